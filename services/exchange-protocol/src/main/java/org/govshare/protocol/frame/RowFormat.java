package org.govshare.protocol.frame;

/** How rows are written in a frame. */
public enum RowFormat {
  /** No rows: OPEN and END frames. */
  NONE(0),
  /**
   * Tuples of PostgreSQL's binary COPY, without its file header and trailer: per row a 16-bit
   * number of fields, per field a 32-bit length (-1 for null) and the type's binary form.
   */
  POSTGRES_BINARY(1),
  /**
   * The same with two fields before those of the row: what was done, a {@code "char"}, and the
   * version of the row, a {@code bigint}. {@code B}: a copy of the table begins; {@code C}: a row
   * of that copy; {@code U}: a row that was inserted or updated; {@code D}: a key without a row;
   * {@code T}: all rows of older versions are gone. B and T stand alone in a frame and have nulls
   * for fields.
   */
  POSTGRES_CHANGES(2);

  private final int number;

  RowFormat(int number) {
    this.number = number;
  }

  /** Number on the wire. */
  public int number() {
    return number;
  }

  /** Format of a number on the wire, or null if there is none. */
  public static RowFormat of(int number) {
    return number >= 0 && number <= 2 ? values()[number] : null;
  }
}
