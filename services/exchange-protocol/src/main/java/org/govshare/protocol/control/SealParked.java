package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * Command to a target to tell a run's source the keys of parked rows, sealed for the source's node,
 * so that the source sends these rows again.
 *
 * @param runId the run that is to bring them
 * @param channelId its channel; of several lanes to the target the first
 * @param serviceId the service
 * @param dataSource code of the receiver's own data source
 * @param schema schema of the receiver's own table
 * @param table the receiver's own table
 * @param keyColumns the key in the receiver's table, in the order of the source's key
 * @param suite algorithms of the service
 * @param peerAgreementKey the source's agreement key of the suite, base64 of X.509
 *     SubjectPublicKeyInfo
 * @param ofRun only rows that this run parked, or null
 * @param reason only rows with this reason, or null
 * @param constraint only rows that break this constraint, or null
 * @param rows only rows with these numbers in the receiver's own count, or null
 */
public record SealParked(
    UUID runId,
    UUID channelId,
    UUID serviceId,
    String dataSource,
    String schema,
    String table,
    List<String> keyColumns,
    CryptoSuite suite,
    String peerAgreementKey,
    UUID ofRun,
    String reason,
    String constraint,
    List<Long> rows) {
  /** Most keys that an answer holds. */
  public static final int KEYS = 5_000;

  /** Key columns that are absent are none. */
  public SealParked {
    keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
    rows = rows == null ? null : List.copyOf(rows);
    suite = suite == null ? CryptoSuite.INTL : suite;
  }

  /** What the answer is bound to. */
  public static String context(UUID runId, UUID channelId) {
    return "parked keys " + runId + " " + channelId;
  }
}
