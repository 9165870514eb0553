package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;

/**
 * Command to say how a run would go, without doing it: the plan of one end and, for the owning
 * department, its first rows as they would arrive.
 *
 * @param trialId what the answer belongs to
 * @param side which end the receiver is
 * @param dataSource code of the receiver's own data source
 * @param schema schema of the receiver's own table
 * @param table the receiver's own table
 * @param columns the mapping
 * @param keyColumns the receiver's own key
 * @param filter which rows are read; nothing for a target
 * @param readerKey public key of who may read the rows (P-256, SubjectPublicKeyInfo, base64), or
 *     null if none are asked for
 */
public record TryRun(
    UUID trialId,
    Side side,
    String dataSource,
    String schema,
    String table,
    List<MappedColumn> columns,
    List<String> keyColumns,
    List<RowCondition> filter,
    String readerKey) {

  /** Most rows that an answer shows. */
  public static final int ROWS = 20;

  /** Conditions that are absent are none. */
  public TryRun {
    columns = List.copyOf(columns);
    keyColumns = List.copyOf(keyColumns);
    filter = filter == null ? List.of() : List.copyOf(filter);
  }
}
