package org.govshare.catalog.bulk.xlsx;

/** Is told what a sheet holds, from top to bottom. */
public interface SheetListener {

  /**
   * A row that is written in the sheet.
   *
   * @param row valid until this method ends
   * @return whether to read on
   */
  boolean row(SheetRow row);

  /** A merged range, after all rows; rows count from 1, columns from 0. */
  default void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {}
}
