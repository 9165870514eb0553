package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.crypto.SealedText;

/**
 * Answer to {@link TryRun}.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param trialId the command's
 * @param side the command's
 * @param plan how it would go
 * @param rows JSON, a list of lists of texts in the mapping's order, which only the holder of the
 *     reader's key can open; null if none were asked for
 */
public record TrialDone(
    String type, Instant at, UUID trialId, Side side, TrialPlan plan, SealedText rows)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "TrialDone";
}
