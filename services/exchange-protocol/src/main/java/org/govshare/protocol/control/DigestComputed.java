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
 * @param looked what was seen, if the command asked for a look
 */
public record DigestComputed(
    String type,
    Instant at,
    UUID reconciliationId,
    UUID runId,
    Side side,
    long rows,
    String digest,
    DigestLooked looked)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "DigestComputed";

  /** An answer for the whole table. */
  public DigestComputed(
      String type,
      Instant at,
      UUID reconciliationId,
      UUID runId,
      Side side,
      long rows,
      String digest) {
    this(type, at, reconciliationId, runId, side, rows, digest, null);
  }
}
