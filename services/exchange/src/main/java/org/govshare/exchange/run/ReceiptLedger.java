package org.govshare.exchange.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.ReceiptRefused;
import org.jboss.logging.Logger;

/**
 * The ledger of receipts: a chain per channel, each link signed by both ends. What is in it already
 * is passed over, what comes too early waits until the gap closes, everything else is refused.
 */
@Singleton
public class ReceiptLedger {

  private static final Logger LOG = Logger.getLogger(ReceiptLedger.class);

  private final ChannelRepository channels;
  private final ReceiptRepository receipts;
  private final WaitingReceiptRepository waiting;
  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ReceiptSigners signers;
  private final ChannelKeys keys;
  private final RunCourse course;
  private final ExchangeConfig config;
  private final Clock clock;

  ReceiptLedger(
      ChannelRepository channels,
      ReceiptRepository receipts,
      WaitingReceiptRepository waiting,
      RunRepository runs,
      RunChannelRepository parts,
      ReceiptSigners signers,
      ChannelKeys keys,
      RunCourse course,
      ExchangeConfig config,
      Clock clock) {
    this.channels = channels;
    this.receipts = receipts;
    this.waiting = waiting;
    this.runs = runs;
    this.parts = parts;
    this.signers = signers;
    this.keys = keys;
    this.course = course;
    this.config = config;
    this.clock = clock;
  }

  /** What became of a receipt. */
  public enum Outcome {
    /** It is in the chain now. */
    CHAINED,
    /** It was there already. */
    KNOWN,
    /** It is kept until the receipts before it are here. */
    WAITING,
    /** It is too far ahead to be kept; it must come again. */
    TOO_EARLY
  }

  /**
   * Takes a receipt in the caller's transaction.
   *
   * @throws ReceiptRefused if it is malformed, wrongly signed, or contradicts the chain
   */
  public Uni<Outcome> take(ForwardedReceipt forwarded) {
    SignedReceipt signed = SignedReceipt.read(forwarded);
    return channels
        .locked(signed.receipt().channel())
        .chain(
            channel -> {
              requireChannel(channel, signed.receipt());
              return place(channel, signed);
            });
  }

  private static void requireChannel(Channel channel, Receipt receipt) {
    if (channel == null) {
      throw new ReceiptRefused("there is no channel " + receipt.channel());
    }
    if (!channel.sourceNode().equals(receipt.sourceNode())
        || !channel.targetNode().equals(receipt.targetNode())) {
      throw new ReceiptRefused("channel " + channel.id() + " joins other nodes");
    }
  }

  private Uni<Outcome> place(Channel channel, SignedReceipt signed) {
    long ahead = signed.receipt().sequence() - channel.lastSequence();
    if (ahead <= 0) {
      return receipts
          .digestAt(channel.id(), signed.receipt().sequence())
          .invoke(known -> requireSame(known, signed))
          .replaceWith(Outcome.KNOWN);
    }
    if (ahead > config.receipts().aheadLimit()) {
      return Uni.createFrom().item(Outcome.TOO_EARLY);
    }
    return verified(signed)
        .chain(by -> ahead == 1 ? chain(channel, signed, by) : keepWaiting(channel, signed));
  }

  private static void requireSame(String known, SignedReceipt signed) {
    if (!signed.receipt().digest().toString().equals(known)) {
      throw new ReceiptRefused(
          "another receipt with sequence " + signed.receipt().sequence() + " is in the chain");
    }
  }

  private Uni<ReceiptSigners.Keys> verified(SignedReceipt signed) {
    Receipt receipt = signed.receipt();
    // Locked from the first look on: a run that was read before is not read again.
    return runs.locked(receipt.run())
        .call(
            run ->
                parts
                    .at(receipt.run(), receipt.channel())
                    .invoke(part -> requireRun(run, part, receipt)))
        .chain(run -> signers.of(signed, run));
  }

  private static void requireRun(Run run, RunChannel part, Receipt receipt) {
    if (run == null || part == null) {
      throw new ReceiptRefused("run " + receipt.run() + " is not one of its channel");
    }
    if (run.design().algorithms() != receipt.suite()) {
      throw new ReceiptRefused("run " + receipt.run() + " is not of suite " + receipt.suite());
    }
  }

  private Uni<Outcome> keepWaiting(Channel channel, SignedReceipt signed) {
    return waiting
        .at(channel.id(), signed.receipt().sequence())
        .chain(
            found -> {
              if (found == null) {
                return waiting
                    .persist(new WaitingReceipt(signed, clock.instant()))
                    .replaceWithVoid();
              }
              requireSame(found.digest(), signed);
              return Uni.createFrom().voidItem();
            })
        .replaceWith(Outcome.WAITING);
  }

  private Uni<Outcome> chain(Channel channel, SignedReceipt first, ReceiptSigners.Keys by) {
    String wrong = channel.breakBefore(first.receipt());
    if (wrong != null) {
      throw new ReceiptRefused(wrong);
    }
    RunCourse.Told collected = new RunCourse.Told();
    return keys.signed(first.receipt(), by)
        .chain(() -> append(channel, first, collected))
        .chain(
            () ->
                Multi.createBy()
                    .repeating()
                    .uni(() -> appendWaiting(channel, collected))
                    .whilst(Boolean::booleanValue)
                    .collect()
                    .last())
        .chain(() -> course.tell(collected))
        .replaceWith(Outcome.CHAINED);
  }

  private Uni<Boolean> appendWaiting(Channel channel, RunCourse.Told collected) {
    return waiting
        .at(channel.id(), channel.lastSequence() + 1)
        .chain(
            next -> {
              if (next == null) {
                return Uni.createFrom().item(false);
              }
              SignedReceipt signed = next.signed();
              String wrong = channel.breakBefore(signed.receipt());
              if (wrong != null) {
                LOG.errorf(
                    "A receipt that waited on channel %s is dropped: %s", channel.id(), wrong);
                return waiting.delete(next).replaceWith(false);
              }
              return waiting
                  .delete(next)
                  .chain(() -> verified(signed))
                  .map(Optional::of)
                  // Its end's keys were lost meanwhile: the source has it again.
                  .onFailure(ReceiptRefused.class)
                  .recoverWithItem(Optional.empty())
                  .chain(by -> appendWaiting(channel, signed, by, collected));
            });
  }

  private Uni<Boolean> appendWaiting(
      Channel channel,
      SignedReceipt signed,
      Optional<ReceiptSigners.Keys> by,
      RunCourse.Told collected) {
    if (by.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return keys.signed(signed.receipt(), by.get())
        .chain(() -> append(channel, signed, collected))
        .replaceWith(true);
  }

  private Uni<Void> append(Channel channel, SignedReceipt signed, RunCourse.Told collected) {
    Instant now = clock.instant();
    channel.advance(signed.receipt());
    return receipts
        .persist(new StoredReceipt(signed, now))
        .chain(() -> runs.locked(signed.receipt().run()))
        .chain(
            run ->
                parts
                    .at(run.id(), channel.id())
                    .chain(
                        part -> {
                          part.proved(signed.receipt(), now);
                          if (part.state().live()) {
                            part.begin(now);
                          }
                          return course.moved(run, part, collected);
                        }));
  }
}
