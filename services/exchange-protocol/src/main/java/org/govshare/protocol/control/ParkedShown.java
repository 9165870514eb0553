package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.crypto.SealedText;

/**
 * Answer to {@link ShowParked}.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param showingId the command's
 * @param rows JSON that only the holder of the reader's key can open: a list of rows, each with
 *     {@code reason}, {@code column} or {@code constraint}, and {@code values} by column; null if
 *     it could not be done
 * @param reason kebab-case code of why it could not, or null
 */
public record ParkedShown(String type, Instant at, UUID showingId, SealedText rows, String reason)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "ParkedShown";
}
