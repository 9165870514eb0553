package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;
import org.govshare.protocol.crypto.SealedForNode;

/**
 * What change capture is told beside the design.
 *
 * @param channels all channels of the run, to whichever target: for no other channel of the service
 *     are changes kept any longer; none where an older centre does not tell
 * @param resent keys whose rows are delivered again, each in the order of the key's columns, as an
 *     older centre tells them; for the source only
 * @param again whether there are rows that are delivered again, which have no versions of their own
 * @param sealed their keys, sealed for the source's node as {@link ReplayedKeys} are; null at the
 *     target, and where there are none
 * @param range bounds within which the source itself finds the keys; none if there is no range
 */
public record CaptureOrder(
    List<UUID> channels,
    List<List<String>> resent,
    boolean again,
    SealedForNode sealed,
    List<RowCondition> range) {
  /** Nothing is told. */
  public static final CaptureOrder NONE = of(List.of());

  /** What is absent is none. */
  public CaptureOrder {
    channels = channels == null ? List.of() : List.copyOf(channels);
    resent = resent == null ? List.of() : resent.stream().map(List::copyOf).toList();
    range = range == null ? List.of() : List.copyOf(range);
  }

  /** An order of these channels. */
  public static CaptureOrder of(List<UUID> channels) {
    return new CaptureOrder(channels, List.of(), false, null, List.of());
  }

  /** The same with keys whose rows are delivered again. */
  public CaptureOrder resending(SealedForNode keys) {
    return new CaptureOrder(channels, List.of(), true, keys, List.of());
  }

  /** The same with a range whose rows are delivered again. */
  public CaptureOrder resending(List<RowCondition> bounds) {
    return new CaptureOrder(channels, List.of(), true, null, bounds);
  }

  /** What the target is told of it. */
  CaptureOrder toTarget() {
    return new CaptureOrder(List.of(), List.of(), again, null, List.of());
  }
}
