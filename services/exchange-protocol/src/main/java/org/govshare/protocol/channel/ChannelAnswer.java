package org.govshare.protocol.channel;

import java.util.UUID;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.RunTotals;

/** What a target tells its source on the return address. */
public sealed interface ChannelAnswer {
  /** Channel it is about. */
  UUID channel();

  /**
   * The channel is open.
   *
   * @param channel the channel
   * @param openId of the OPEN frame
   * @param run the run
   * @param epoch the epoch to send in
   * @param lastSequence last sequence committed, 0 for none
   * @param lastDigest digest of that frame
   * @param lastReceipt digest of its receipt
   * @param sealedPosition position that it carried, sealed by the source; empty for none
   * @param totals what the run has committed
   * @param complete whether the run's END is committed
   * @param applyMode how its rows are applied
   */
  record Opened(
      UUID channel,
      UUID openId,
      UUID run,
      Epoch epoch,
      long lastSequence,
      Digest lastDigest,
      Digest lastReceipt,
      byte[] sealedPosition,
      RunTotals totals,
      boolean complete,
      ApplyMode applyMode)
      implements ChannelAnswer {}

  /**
   * A frame is committed.
   *
   * @param channel the channel
   * @param content the receipt's canonical bytes
   * @param targetSignature the target's signature over them
   */
  record Receipted(UUID channel, byte[] content, byte[] targetSignature) implements ChannelAnswer {}

  /**
   * A frame did not continue what is committed; the source should open the channel again.
   *
   * @param channel the channel
   * @param epoch epoch of the frame
   * @param reason why, in words
   */
  record ReopenAsked(UUID channel, Epoch epoch, String reason) implements ChannelAnswer {}

  /**
   * The run cannot go on, and retrying does not help.
   *
   * @param channel the channel
   * @param run the run
   * @param reason kebab-case code
   * @param detail the same in words, without values of rows
   */
  record RunRefused(UUID channel, UUID run, String reason, String detail)
      implements ChannelAnswer {}
}
