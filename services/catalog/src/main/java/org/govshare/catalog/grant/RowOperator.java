package org.govshare.catalog.grant;

/** How an item is compared in a condition on rows; the exchange knows the same ones. */
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
  IS_NOT_NULL(0, 0);

  private final int least;
  private final int most;

  RowOperator(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Whether it is used with so many values. */
  boolean takes(int values) {
    return values >= least && values <= most;
  }
}
