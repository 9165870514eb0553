package org.govshare.protocol.control;

import java.util.UUID;

/**
 * Command to a target to show parked rows of a service to one reader.
 *
 * @param showingId what the answer belongs to
 * @param serviceId the service
 * @param dataSource code of the receiver's own data source
 * @param schema schema of the receiver's own table
 * @param table the receiver's own table
 * @param readerKey public key of who may read them (P-256, SubjectPublicKeyInfo, base64)
 */
public record ShowParked(
    UUID showingId,
    UUID serviceId,
    String dataSource,
    String schema,
    String table,
    String readerKey) {
  /** Most rows that an answer shows. */
  public static final int ROWS = 20;
}
