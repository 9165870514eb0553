package org.govshare.catalog.bulk.xlsx;

/** Where a cell is, as {@code AB12}. */
public final class CellAddress {

  /** Columns that a sheet has. */
  public static final int COLUMNS = 16_384;

  private static final int LETTERS = 26;

  private CellAddress() {}

  /** The column of an address, from 0; -1 if it is none. */
  public static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && i < 4; i++) {
      char letter = address.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * LETTERS + letter - 'A' + 1;
    }
    return column - 1;
  }

  /** The row of an address, from 1; -1 if it is none. */
  public static int row(String address) {
    int start = 0;
    while (start < address.length() && !Character.isDigit(address.charAt(start))) {
      start++;
    }
    return Xml.number(address.substring(start), -1);
  }

  /** The letters of a column that counts from 0. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }
}
