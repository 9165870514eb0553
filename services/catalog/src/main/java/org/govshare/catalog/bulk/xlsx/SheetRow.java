package org.govshare.catalog.bulk.xlsx;

import java.util.Arrays;

/** One row while it is being read; the same object is filled again for the next row. */
public final class SheetRow {

  /** Columns beyond this one are not read. */
  public static final int COLUMN_LIMIT = 256;

  private String[] texts = new String[COLUMN_LIMIT];
  private String[] above = new String[COLUMN_LIMIT];
  private final CellKind[] kinds = new CellKind[COLUMN_LIMIT];
  private int number;
  private int width;
  private int reach;

  SheetRow() {
    Arrays.fill(kinds, CellKind.EMPTY);
  }

  void begin(int rowNumber) {
    String[] old = above;
    above = texts;
    texts = old;
    Arrays.fill(texts, null);
    Arrays.fill(kinds, 0, width, CellKind.EMPTY);
    width = 0;
    reach = 0;
    number = rowNumber;
  }

  /** Text of the cell above, {@code null} if it is empty: what a cell most often repeats. */
  String above(int column) {
    return column < COLUMN_LIMIT ? above[column] : null;
  }

  void put(int column, CellKind kind, String text) {
    reach = Math.max(reach, column + 1);
    if (column < COLUMN_LIMIT) {
      kinds[column] = kind;
      texts[column] = text;
      width = Math.max(width, column + 1);
    }
  }

  /** Number of the row, from 1. */
  public int number() {
    return number;
  }

  /** How many columns it reaches, as far as they are read. */
  public int width() {
    return width;
  }

  /** How many columns it reaches, with those that are not read. */
  public int reach() {
    return reach;
  }

  /** Text of a cell, {@code null} if it is empty; columns count from 0. */
  public String text(int column) {
    return texts[column];
  }

  /** What a cell holds. */
  public CellKind kind(int column) {
    return kinds[column];
  }
}
