package org.govshare.node.source;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.run.FailPoint;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.ReceiptJournal;
import org.govshare.node.state.SentFrames;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.ReceiptRefused;

/**
 * Verifies receipts, countersigns and forwards them to the centre, and then keeps them in the
 * journal. A receipt that the journal holds is therefore known to the centre's broker.
 */
final class ReceiptKeeper {
  private final SessionContext context;
  private final StartRun command;
  private final PublicKey targetKey;
  private final ReceiptJournal journal;
  private final SentFrames sent;
  private final ReceiptForwarder forwarder;

  ReceiptKeeper(
      SessionContext context,
      StartRun command,
      PublicKey targetKey,
      ReceiptJournal journal,
      SentFrames sent) {
    this.context = context;
    this.command = command;
    this.targetKey = targetKey;
    this.journal = journal;
    this.sent = sent;
    this.forwarder = new ReceiptForwarder(context, command);
  }

  /** Whether the journal's last receipt ends a run. */
  boolean ended(UUID run) {
    Receipt last = journal.last();
    return last != null && last.kind() == FrameKind.END && last.run().equals(run);
  }

  /** Keeps a receipt that came before the channel was opened, if it is the next one. */
  void keepIfNext(ChannelAnswer.Receipted receipted)
      throws IOException, BrokerUnavailable, InterruptedException {
    Receipt receipt = parse(receipted.content());
    if (receipt.sequence() == journal.lastSequence() + 1) {
      keep(List.of(receipted), Epoch.NONE);
    }
  }

  /**
   * Keeps receipts in order; those already held are skipped.
   *
   * @return how many of them were new and of the epoch
   * @throws BrokerUnavailable when one is missing in between, or the centre cannot be reached
   * @throws RunFailure when a receipt contradicts what was sent or held before
   */
  int keep(List<ChannelAnswer.Receipted> received, Epoch epoch)
      throws IOException, BrokerUnavailable, InterruptedException {
    List<ReceiptJournal.Signed> fresh = new ArrayList<>();
    Receipt last = journal.last();
    for (ChannelAnswer.Receipted receipted : received) {
      Receipt receipt = parse(receipted.content());
      long expected = last == null ? 1 : last.sequence() + 1;
      if (receipt.sequence() < expected) {
        continue;
      }
      if (receipt.sequence() > expected) {
        throw new BrokerUnavailable(
            "receipt " + receipt.sequence() + " came before receipt " + expected);
      }
      verify(receipt, last, receipted.targetSignature());
      fresh.add(
          new ReceiptJournal.Signed(receipt, receipted.content(), receipted.targetSignature()));
      last = receipt;
    }
    if (!fresh.isEmpty()) {
      FailPoint.RECEIPT_BEFORE_FORWARD.pass();
      forwarder.forward(fresh);
      FailPoint.RECEIPT_AFTER_FORWARD.pass();
      journal.append(fresh);
      FailPoint.RECEIPT_AFTER_JOURNAL.pass();
    }
    int counted = 0;
    for (ReceiptJournal.Signed signed : fresh) {
      Receipt receipt = signed.receipt();
      sent.receipted(receipt.epoch().counter(), receipt.sequence());
      context
          .meters()
          .committed(
              context.node(), Side.SOURCE, receipt.rows(), receipt.bytes(), receipt.wireBytes());
      if (receipt.epoch().equals(epoch)) {
        counted++;
      }
    }
    return counted;
  }

  private Receipt parse(byte[] content) {
    try {
      return Receipt.parse(content);
    } catch (ReceiptRefused e) {
      throw new RunFailure("receipt-refused", e.getMessage());
    }
  }

  private void verify(Receipt receipt, Receipt last, byte[] targetSignature) {
    String wrong = receipt.breakAfter(last);
    if (wrong == null
        && !(receipt.channel().equals(command.channelId())
            && receipt.sourceNode().equals(context.node())
            && receipt.targetNode().equals(command.peerNode()))) {
      wrong = "a receipt of another channel";
    }
    if (wrong == null && !PublicKeys.verify(targetKey, receipt.content(), targetSignature)) {
      wrong = "the target's signature at sequence " + receipt.sequence() + " is wrong";
    }
    Digest known = sent.digest(receipt.epoch().counter(), receipt.sequence());
    if (wrong == null && known != null && !known.equals(receipt.frameDigest())) {
      wrong =
          "the target committed another frame at sequence " + receipt.sequence() + " than was sent";
    }
    if (wrong != null) {
      throw new RunFailure("receipt-refused", wrong);
    }
  }
}
