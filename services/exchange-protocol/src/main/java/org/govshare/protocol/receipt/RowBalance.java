package org.govshare.protocol.receipt;

/**
 * What became of the rows that were read: each is applied, parked or superseded.
 *
 * @param applied rows that are in the target's table
 * @param parked rows that the target's database refused and that are put aside
 * @param superseded rows in whose place a later row of the same key was applied
 */
public record RowBalance(long applied, long parked, long superseded) {
  /** No rows. */
  public static final RowBalance NONE = new RowBalance(0, 0, 0);

  /** Rows that are all in the table. */
  public static RowBalance allApplied(long rows) {
    return new RowBalance(rows, 0, 0);
  }

  /** Rows that were read, by this account. */
  public long rows() {
    return applied + parked + superseded;
  }

  /** Whether every row was applied. */
  public boolean whole() {
    return parked == 0 && superseded == 0;
  }

  /** With those of another frame. */
  public RowBalance plus(RowBalance other) {
    return new RowBalance(
        applied + other.applied, parked + other.parked, superseded + other.superseded);
  }
}
