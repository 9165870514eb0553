package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * The source's own department lets a channel of a run send again.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param runId the run
 * @param channelId its channel
 */
public record RunReleased(String type, Instant at, UUID runId, UUID channelId)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "RunReleased";
}
