package org.govshare.protocol.control;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * A node's right to move the rows of one channel in one run until a moment, as the centre signs it.
 * It states everything in a command that decides which rows go where and for whom they are
 * encrypted.
 *
 * @param version {@value #VERSION}; another one is refused
 * @param grantId the grant that the run rests on
 * @param serviceId exchange service
 * @param runId the run
 * @param channelId its channel
 * @param node code of the node that it is for
 * @param side the end that the node is
 * @param mode what is transferred
 * @param suite algorithms of the channel
 * @param peerNode code of the node at the other end
 * @param peerSigningKey that node's signing key
 * @param peerAgreementKey the key that rows are encrypted for
 * @param dataSource code of the node's own data source
 * @param schema schema of the node's own table
 * @param table the node's own table
 * @param columns the most that may be read or written, with the steps that must be taken
 * @param keyColumns key at the source
 * @param targetKeyColumns key at the target
 * @param watermarkColumn column by which increments go on, or null
 * @param conditions conditions that every row read must fulfil; there may be more
 * @param issuedAt when the centre signed it
 * @param validUntil when it ends
 * @param replaces whether the run's rows may take the place of all that the target's table holds
 */
public record Lease(
    int version,
    UUID grantId,
    UUID serviceId,
    UUID runId,
    UUID channelId,
    String node,
    Side side,
    TransferMode mode,
    CryptoSuite suite,
    String peerNode,
    String peerSigningKey,
    String peerAgreementKey,
    String dataSource,
    String schema,
    String table,
    List<MappedColumn> columns,
    List<String> keyColumns,
    List<String> targetKeyColumns,
    String watermarkColumn,
    List<RowCondition> conditions,
    Instant issuedAt,
    Instant validUntil,
    boolean replaces) {
  /** The version that is written and read here. */
  public static final int VERSION = 1;

  /** Refuses a lease without an end. */
  public Lease {
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(validUntil, "validUntil");
    columns = columns == null ? List.of() : List.copyOf(columns);
    keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
    targetKeyColumns = targetKeyColumns == null ? List.of() : List.copyOf(targetKeyColumns);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /** The lease for exactly what a command asks. */
  public static Lease of(StartRun command, String node, Instant issuedAt, Instant validUntil) {
    return new Lease(
        VERSION,
        command.grantId(),
        command.serviceId(),
        command.runId(),
        command.channelId(),
        node,
        command.side(),
        command.mode(),
        command.suite(),
        command.peerNode(),
        command.peerSigningKey(),
        command.peerAgreementKey(),
        command.dataSource(),
        command.schema(),
        command.table(),
        command.columns(),
        command.keyColumns(),
        command.targetKeyColumns(),
        command.watermarkColumn(),
        command.filter(),
        issuedAt,
        validUntil,
        command.replaces());
  }

  /** What of a command to a node is outside this lease, in a word; null if all of it is inside. */
  public String outside(StartRun command, String receiver) {
    if (version != VERSION) {
      return "version";
    }
    if (!Objects.equals(runId, command.runId())
        || !Objects.equals(channelId, command.channelId())
        || !Objects.equals(serviceId, command.serviceId())
        || !Objects.equals(grantId, command.grantId())) {
      return "run";
    }
    if (!Objects.equals(node, receiver) || side != command.side() || mode != command.mode()) {
      return "part";
    }
    if (command.replaces() && !replaces) {
      return "replacement";
    }
    if (!Objects.equals(peerNode, command.peerNode())
        || suite != command.suite()
        || !Objects.equals(peerSigningKey, command.peerSigningKey())
        || !Objects.equals(peerAgreementKey, command.peerAgreementKey())) {
      return "peer";
    }
    if (!Objects.equals(dataSource, command.dataSource())
        || !Objects.equals(schema, command.schema())
        || !Objects.equals(table, command.table())) {
      return "table";
    }
    if (!columns.containsAll(command.columns())
        || !keyColumns.equals(command.keyColumns())
        || !targetKeyColumns.equals(command.targetKeyColumns())
        || !Objects.equals(watermarkColumn, command.watermarkColumn())) {
      return "columns";
    }
    return command.filter().containsAll(conditions) ? null : "rows";
  }
}
