package org.govshare.protocol.control;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A node's right to do one thing beside runs, as the centre signs it. The command is inside, so
 * that nothing in it can be other than what was signed.
 *
 * @param version {@value #VERSION}; another one is refused
 * @param type which command it is, one of {@link #TYPES}
 * @param grantId the grant that it rests on
 * @param serviceId exchange service
 * @param node code of the node that it is for
 * @param issuedAt when the centre signed it
 * @param validUntil until when it may be begun
 * @param command JSON of the command
 */
public record Order(
    int version,
    String type,
    UUID grantId,
    UUID serviceId,
    String node,
    Instant issuedAt,
    Instant validUntil,
    String command) {
  /** The version that is written and read here. */
  public static final int VERSION = 1;

  /** The commands that a node which knows the centre's keys carries out from an order alone. */
  public static final Set<String> TYPES =
      Set.of("ComputeDigest", "TryRun", "ShowParked", "SealParked", "DiscardParked");

  /** Refuses an order without an end. */
  public Order {
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(validUntil, "validUntil");
  }

  /** What of it does not fit its receiver, in a word; null if it is for this node. */
  public String outside(String receiver) {
    if (version != VERSION) {
      return "version";
    }
    if (type == null || !TYPES.contains(type) || command == null) {
      return "command";
    }
    return Objects.equals(node, receiver) ? null : "node";
  }
}
