package org.govshare.node.target;

import java.sql.SQLException;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.receipt.RowBalance;

/** Brings rows of one format into the target table within the caller's transaction. */
interface RowWriter {
  /** Makes ready what it needs, so that a savepoint after it does not hold it. */
  void prepare(ApplyMode mode) throws SQLException;

  /** Forgets the rows that it was given before in this transaction; they stay written. */
  void clear(ApplyMode mode) throws SQLException;

  /**
   * Writes tuples of binary COPY.
   *
   * @param rows the number that there must be
   * @return what became of them; none is parked
   */
  RowBalance write(ApplyMode mode, byte[] tuples, int offset, int length, int rows)
      throws SQLException;

  /** Index of each key column in a tuple. */
  int[] keyFields();

  /** A row is parked: what there is of it from before stays. */
  void parked(Tuples rows, int row) throws SQLException;
}
