package org.govshare.catalog.bulk.reading;

import org.govshare.catalog.bulk.template.TemplateColumn;

/** One row's item, as texts. */
final class RawItem {

  private static final int COLUMNS = TemplateColumn.values().length;

  private final int row;
  private final String[] values = new String[COLUMNS];
  private long spoilt;

  RawItem(int row) {
    this.row = row;
  }

  int row() {
    return row;
  }

  String value(TemplateColumn column) {
    return values[column.ordinal()];
  }

  void put(TemplateColumn column, String value) {
    values[column.ordinal()] = value;
  }

  /** Remembers that a cell has a fault already: what follows from that is not said again. */
  void spoil(TemplateColumn column) {
    spoilt |= 1L << column.ordinal();
  }

  boolean isSpoilt(TemplateColumn column) {
    return (spoilt & 1L << column.ordinal()) != 0;
  }
}
