package org.govshare.node.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.DigestLook;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * What a run would take out of the node, and to whom: all that an approval is about.
 *
 * @param grantId the grant; null if the centre names none
 * @param dataSource code of the data source
 * @param schema schema of the table
 * @param table the table
 * @param columns its columns, with what is done to their values before they leave
 * @param keyColumns columns that a row is told by, which leave as they are
 * @param conditions which rows; all if there is none
 * @param targetNode who receives them
 * @param suite algorithms that they are sealed with
 * @param targetSigningKey fingerprint of the receiver's signing key
 * @param targetAgreementKey fingerprint of the key that the rows are sealed for
 */
public record Subject(
    UUID grantId,
    String dataSource,
    String schema,
    String table,
    List<Column> columns,
    List<String> keyColumns,
    List<RowCondition> conditions,
    String targetNode,
    CryptoSuite suite,
    String targetSigningKey,
    String targetAgreementKey) {
  private static final int ID = 16;

  /**
   * A column that leaves.
   *
   * @param name its name at the source
   * @param steps what is done to its values
   */
  public record Column(String name, List<MappingStep> steps) {
    /** Steps that are absent are none. */
    public Column {
      steps = steps == null ? List.of() : List.copyOf(steps);
    }

    static Column of(MappedColumn column) {
      return new Column(column.source(), column.steps());
    }
  }

  /** Lists that are absent are empty. */
  public Subject {
    columns = columns == null ? List.of() : List.copyOf(columns);
    keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /** What a run would take. */
  public static Subject of(StartRun command) {
    return new Subject(
        command.grantId(),
        command.dataSource(),
        command.schema(),
        command.table(),
        command.columns().stream().map(Column::of).toList(),
        command.keyColumns(),
        command.filter(),
        command.peerNode(),
        command.suite(),
        signing(command),
        agreement(command.suite(), command.peerAgreementKey()));
  }

  // A run without its peer's keys fails before it reads anything.
  private static String signing(StartRun command) {
    try {
      return PublicKeys.fingerprint(
              PublicKeys.signingKey(command.suite(), command.peerSigningKey()))
          .toString();
    } catch (CryptoFailure | NullPointerException e) {
      return "";
    }
  }

  private static String agreement(CryptoSuite suite, String key) {
    try {
      return PublicKeys.fingerprint(PublicKeys.agreementKey(suite, key)).toString();
    } catch (CryptoFailure | NullPointerException e) {
      return "";
    }
  }

  /** Its name at this node: the same for the same contents. */
  public String id() {
    return Digest.sha256(Json.write(this).getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, ID);
  }

  /** Whether everything that the other takes may be taken under this one. */
  boolean covers(Subject other) {
    return samePlace(other)
        && suite == other.suite
        && targetSigningKey.equals(other.targetSigningKey)
        && targetAgreementKey.equals(other.targetAgreementKey)
        && keyColumns.equals(other.keyColumns)
        && opens(other.columns, other.conditions);
  }

  /** Whether columns of rows that fulfil all conditions are among what may be taken. */
  boolean opens(List<Column> otherColumns, List<RowCondition> otherConditions) {
    return columns.containsAll(otherColumns) && otherConditions.containsAll(conditions);
  }

  /** Whether keys may be told, as hashes that only the receiver of the rows can make too. */
  boolean opens(DigestLook look) {
    if (look == null) {
      return true;
    }
    boolean receiver =
        suite != CryptoSuite.INTL
            || agreement(suite, look.peerAgreementKey()).equals(targetAgreementKey);
    return receiver && keyColumns.containsAll(look.keyColumns());
  }

  /** Whether both are about one table, one grant and one receiver. */
  boolean samePlace(Subject other) {
    return Objects.equals(grantId, other.grantId)
        && onTable(other.dataSource, other.schema, other.table)
        && targetNode.equals(other.targetNode);
  }

  boolean onTable(String otherSource, String otherSchema, String otherTable) {
    return dataSource.equals(otherSource) && schema.equals(otherSchema) && table.equals(otherTable);
  }
}
