package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * {@link TryRun} could not be done, as a run could not.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param trialId the command's
 * @param side the command's
 * @param reason kebab-case code
 * @param detail the same in words, without values of rows
 */
public record TrialFailed(
    String type, Instant at, UUID trialId, Side side, String reason, String detail)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "TrialFailed";
}
