package org.govshare.protocol.control;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The source's own department does not let a channel of a run send; the node stands by until it
 * decides otherwise.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param runId the run
 * @param channelId its channel
 * @param reason one of {@link #REASONS}
 * @param detail the same in words, or null
 */
public record RunWithheld(
    String type, Instant at, UUID runId, UUID channelId, String reason, String detail)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "RunWithheld";

  /** Why a run may be withheld. */
  public static final Set<String> REASONS =
      Set.of(
          "held-by-provider",
          "approval-missing",
          "beyond-approval",
          "approval-expired",
          "approval-refused",
          "approval-altered");
}
