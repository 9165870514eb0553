package org.govshare.protocol.control;

/** How a column is compared in a row filter. Null fits nothing but {@link #IS_NULL}. */
public enum RowOperator {
  EQUALS(1, 1),
  NOT_EQUALS(1, 1),
  LESS(1, 1),
  AT_MOST(1, 1),
  GREATER(1, 1),
  AT_LEAST(1, 1),
  /** One of several values. */
  IN(1, 1_000),
  /** Text that begins with the value. */
  STARTS_WITH(1, 1),
  IS_NULL(0, 0),
  IS_NOT_NULL(0, 0),
  /**
   * Rows that a reconciliation named by the hashes of their keys; the values are its salt, the
   * agreement key of the other end, and the hashes. Only rows that are sent again are named so.
   */
  KEYED(3, 1_002);

  private final int least;
  private final int most;

  RowOperator(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Whether it is used with so many values. */
  public boolean takes(int values) {
    return values >= least && values <= most;
  }
}
