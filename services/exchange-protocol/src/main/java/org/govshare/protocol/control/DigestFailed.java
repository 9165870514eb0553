package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * {@link ComputeDigest} could not be done.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param reconciliationId the command's
 * @param runId the command's
 * @param side the command's
 * @param reason kebab-case code
 * @param detail the same in words
 */
public record DigestFailed(
    String type,
    Instant at,
    UUID reconciliationId,
    UUID runId,
    Side side,
    String reason,
    String detail)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "DigestFailed";
}
