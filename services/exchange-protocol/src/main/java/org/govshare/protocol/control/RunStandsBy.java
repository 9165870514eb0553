package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * A node moves no rows of a run because it has no lease in force, or does so again.
 *
 * @param type {@value #TYPE}
 * @param at when it stopped, or went on
 * @param runId the run
 * @param channelId its channel
 * @param side which end speaks
 * @param reason {@code lease-ended} or {@code lease-missing}; null when it goes on
 */
public record RunStandsBy(
    String type, Instant at, UUID runId, UUID channelId, Side side, String reason)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "RunStandsBy";
}
