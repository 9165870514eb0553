package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * Answer to {@link ComputeDigest}.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param reconciliationId the command's
 * @param runId the command's
 * @param side the command's
 * @param rows number of rows
 * @param digest decimal sum of the rows' keyed digests
 */
public record DigestComputed(
    String type, Instant at, UUID reconciliationId, UUID runId, Side side, long rows, String digest)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "DigestComputed";
}
