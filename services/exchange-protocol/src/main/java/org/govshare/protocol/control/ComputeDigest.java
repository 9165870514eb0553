package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;

/**
 * Command to count and sum a table's rows, whatever their order.
 *
 * @param reconciliationId what the result belongs to
 * @param runId run after which it is asked
 * @param side which end the receiver is
 * @param dataSource code of the receiver's own data source
 * @param schema schema of the receiver's own table
 * @param table the receiver's own table
 * @param columns mapped columns in the mapping's order
 * @param filter which rows are counted; all if there is none
 * @param salt base64; both ends get the same
 * @param look what to look at; the whole table if null. An agent of an earlier version knows
 *     nothing of it, and sums the whole table
 */
public record ComputeDigest(
    UUID reconciliationId,
    UUID runId,
    Side side,
    String dataSource,
    String schema,
    String table,
    List<DigestColumn> columns,
    List<RowCondition> filter,
    String salt,
    DigestLook look) {

  /** Conditions that are absent are none. */
  public ComputeDigest {
    filter = filter == null ? List.of() : List.copyOf(filter);
  }

  /** A command to sum the whole table. */
  public ComputeDigest(
      UUID reconciliationId,
      UUID runId,
      Side side,
      String dataSource,
      String schema,
      String table,
      List<DigestColumn> columns,
      List<RowCondition> filter,
      String salt) {
    this(reconciliationId, runId, side, dataSource, schema, table, columns, filter, salt, null);
  }

  /** The same with a look. */
  public ComputeDigest looking(DigestLook at) {
    return new ComputeDigest(
        reconciliationId, runId, side, dataSource, schema, table, columns, filter, salt, at);
  }
}
