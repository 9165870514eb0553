package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.crypto.SealedForNode;

/**
 * Answer to {@link SealParked}.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param runId the command's
 * @param channelId the command's
 * @param count how many keys there are
 * @param keys JSON that only the source's node can open: a list of keys, each a list of texts; null
 *     if it could not be done
 * @param reason kebab-case code of why it could not, or null
 */
public record ParkedSealed(
    String type,
    Instant at,
    UUID runId,
    UUID channelId,
    int count,
    SealedForNode keys,
    String reason)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "ParkedSealed";
}
