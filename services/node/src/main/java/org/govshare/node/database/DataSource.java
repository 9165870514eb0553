package org.govshare.node.database;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A PostgreSQL database that a logical node reaches.
 *
 * @param code its code within the node
 * @param host name or address
 * @param port port
 * @param database name of the database
 * @param username user
 * @param password its password; never leaves the node
 * @param direction {@code SOURCE}, {@code TARGET} or {@code BOTH}
 * @param read tables that may be read
 * @param write tables that may be written
 * @param timeZone zone of watermarks without one
 * @param capture tables whose changes may be captured, which makes the node write triggers and a
 *     schema of its own
 * @param sample tables whose first rows the owning department may see before a run, and whose
 *     parked rows both departments may see
 * @param approvalRequired whether nothing is read for a run that nobody here has approved
 */
public record DataSource(
    String code,
    String host,
    int port,
    String database,
    String username,
    String password,
    String direction,
    AllowList read,
    AllowList write,
    Optional<ZoneId> timeZone,
    AllowList capture,
    AllowList sample,
    boolean approvalRequired) {

  @Override
  public String toString() {
    return code + " (" + host + ":" + port + "/" + database + ")";
  }
}
