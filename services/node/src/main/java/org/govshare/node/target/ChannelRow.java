package org.govshare.node.target;

import java.util.UUID;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.RowBalance;

/**
 * How far a channel has come, as its row says.
 *
 * @param channel the channel
 * @param sourceNode code of its source
 * @param targetNode code of its target
 * @param epoch the epoch that may send
 * @param openId of the OPEN frame that the epoch was minted for
 * @param lastSequence last frame committed, 0 for none
 * @param lastDigest its digest
 * @param lastReceipt digest of its receipt
 * @param sealedPosition the position that it carried
 * @param run the run
 * @param complete whether the run's END is committed
 * @param applyMode how the run's rows are applied
 * @param totals what the run has committed
 * @param balance what became of the run's rows
 */
record ChannelRow(
    UUID channel,
    String sourceNode,
    String targetNode,
    Epoch epoch,
    UUID openId,
    long lastSequence,
    Digest lastDigest,
    Digest lastReceipt,
    byte[] sealedPosition,
    UUID run,
    boolean complete,
    ApplyMode applyMode,
    RunTotals totals,
    RowBalance balance) {

  /** A channel before its first opening. */
  static ChannelRow fresh(UUID channel, String sourceNode, String targetNode, UUID run) {
    return new ChannelRow(
        channel,
        sourceNode,
        targetNode,
        Epoch.NONE,
        new UUID(0, 0),
        0,
        Digest.ZERO,
        Digest.ZERO,
        new byte[0],
        run,
        false,
        ApplyMode.UNDECIDED,
        RunTotals.NONE,
        RowBalance.NONE);
  }

  /** The next epoch, for a run that may be a new one. */
  ChannelRow opened(UUID newOpenId, UUID newRun) {
    Epoch next = new Epoch(epoch.counter() + 1, UUID.randomUUID());
    boolean same = run.equals(newRun);
    return new ChannelRow(
        channel,
        sourceNode,
        targetNode,
        next,
        newOpenId,
        lastSequence,
        lastDigest,
        lastReceipt,
        sealedPosition,
        newRun,
        same && complete,
        same ? applyMode : ApplyMode.UNDECIDED,
        same ? totals : RunTotals.NONE,
        same ? balance : RowBalance.NONE);
  }
}
