package org.govshare.catalog.bulk.xlsx;

/** What a cell holds. */
public enum CellKind {
  /** Nothing. */
  EMPTY,
  /** Text. */
  TEXT,
  /** A number, as the digits in the file. */
  NUMBER,
  /** A day or time as a serial number, by its format. */
  DATE,
  /** 1 or 0. */
  BOOLEAN,
  /** An error such as {@code #N/A}. */
  ERROR,
  /** A formula; the text is its value as last computed. */
  FORMULA
}
