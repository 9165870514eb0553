package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;

/**
 * What change capture is told beside the design.
 *
 * @param channels all channels of the run, to whichever target: for no other channel of the service
 *     are changes kept any longer; none where an older centre does not tell
 * @param resent keys whose rows are delivered again, each in the order of the key's columns; for
 *     the source only
 * @param again whether there are such rows, which have no versions of their own
 */
public record CaptureOrder(List<UUID> channels, List<List<String>> resent, boolean again) {
  /** Nothing is told. */
  public static final CaptureOrder NONE = new CaptureOrder(List.of(), List.of());

  /** An order of these channels and keys. */
  public CaptureOrder(List<UUID> channels, List<List<String>> resent) {
    this(channels, resent, !resent.isEmpty());
  }

  /** What is absent is none. */
  public CaptureOrder {
    channels = channels == null ? List.of() : List.copyOf(channels);
    resent = resent == null ? List.of() : resent.stream().map(List::copyOf).toList();
  }
}
