package org.govshare.node.source;

import java.io.IOException;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.broker.Delivery;
import org.govshare.node.broker.ReceivingLink;
import org.govshare.node.broker.SendingLink;
import org.govshare.node.database.DataSource;
import org.govshare.node.guard.Departure;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.Backoff;
import org.govshare.node.run.FailPoint;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.ReceiptJournal;
import org.govshare.node.state.SentFrames;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.channel.AnswerCodec;
import org.govshare.protocol.channel.AnswerRefused;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.FrameSealer;
import org.govshare.protocol.frame.OpenBody;
import org.govshare.protocol.frame.SchemaHash;
import org.govshare.protocol.frame.SealedFrame;
import org.jboss.logging.Logger;

/**
 * One opening of a channel by its source, from the links to the end receipt or the first break.
 *
 * <p>This thread handles the target's answers; reading, sealing and sending run in an {@link
 * Outflow} of their own.
 */
final class SourceAttempt implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SourceAttempt.class);
  private static final int ANSWER_CREDIT = 64;
  private static final int FORGETTING_TRIES = 3;
  private static final Duration FIRST_REPEAT = Duration.ofSeconds(5);
  private static final Duration LAST_REPEAT = Duration.ofSeconds(60);

  private final SessionContext context;
  private final DataSource dataSource;
  private final ActiveRun run;
  private final LaneSnapshots snapshots;
  private final Departure departure;
  private final StartRun command;
  private final PublicKey peerSigning;
  private final PublicKey peerAgreement;
  private final Backoff backoff;
  private final ReceiptJournal journal;
  private final SentFrames sent;
  private final ReceiptKeeper keeper;
  private final LinkedBlockingQueue<Object> inbound = new LinkedBlockingQueue<>();
  private ReceivingLink answers;
  private SendingLink frames;
  private Outflow outflow;

  SourceAttempt(
      SessionContext context,
      DataSource dataSource,
      ActiveRun run,
      LaneSnapshots snapshots,
      Departure departure,
      PublicKey peerSigning,
      PublicKey peerAgreement,
      Backoff backoff)
      throws IOException {
    this.context = context;
    this.dataSource = dataSource;
    this.run = run;
    this.snapshots = snapshots;
    this.departure = departure;
    this.command = run.command();
    this.peerSigning = peerSigning;
    this.peerAgreement = peerAgreement;
    this.backoff = backoff;
    this.journal = context.disk().receipts(command.channelId());
    this.sent = context.disk().sentFrames(command.channelId());
    this.keeper = new ReceiptKeeper(context, command, peerSigning, journal, sent);
  }

  void run() throws IOException, SQLException, BrokerUnavailable, InterruptedException {
    MarkedRuns.mark(context, dataSource, command);
    sent.startAfter(journal.lastSequence());
    answers =
        context
            .broker()
            .receive(
                Addresses.answer(command.peerNode(), context.node(), command.channelId()),
                inbound::add,
                inbound::add);
    frames =
        context
            .broker()
            .send(
                Addresses.frame(context.node(), command.peerNode(), command.channelId()),
                inbound::add);
    answers.credit(ANSWER_CREDIT);
    Digest schemaHash = schemaHash();
    ChannelAnswer.Opened opened = open(schemaHash);
    checkHistory(opened);
    LOG.infof(
        "run=%s channel=%s side=source epoch=%d from=%d rows=%d",
        command.runId(),
        command.channelId(),
        opened.epoch().counter(),
        opened.lastSequence(),
        opened.totals().rows());
    if (!opened.complete()) {
      FrameSealer sealer =
          new FrameSealer(
              context.keys().of(command.suite()),
              peerAgreement,
              command.channelId(),
              command.runId(),
              opened.epoch(),
              schemaHash,
              opened.lastSequence(),
              opened.lastDigest());
      outflow =
          new Outflow(
              context,
              dataSource,
              snapshots,
              command,
              opened,
              sealer,
              frames,
              sent,
              departure,
              run::expect,
              run::rescan,
              inbound::add);
      outflow.start();
    }
    follow(opened);
  }

  private Digest schemaHash() {
    return SchemaHash.of(
        command.suite(),
        command.columns().stream()
            .map(column -> new SchemaHash.Column(column.target(), column.targetType()))
            .toList());
  }

  /** Sends OPEN until it is answered; receipts that come meanwhile are kept. */
  private ChannelAnswer.Opened open(Digest schemaHash)
      throws IOException, SQLException, BrokerUnavailable, InterruptedException {
    UUID openId = UUID.randomUUID();
    SealedFrame frame =
        FrameSealer.open(
            context.keys().of(command.suite()),
            command.channelId(),
            command.runId(),
            schemaHash,
            new OpenBody(openId, command.mode(), journal.lastSequence()));
    Duration repeat = FIRST_REPEAT;
    while (true) {
      FailPoint.OPEN_BEFORE_SEND.pass();
      BrokerConnection.await(frames.send(frame.bytes(), true), "OPEN not accepted");
      FailPoint.OPEN_AFTER_ACCEPT.pass();
      long until = System.nanoTime() + repeat.toNanos();
      for (long left = repeat.toNanos(); left > 0; left = until - System.nanoTime()) {
        Object event = inbound.poll(left, TimeUnit.NANOSECONDS);
        if (event == null) {
          break;
        }
        Delivery delivery = deliveryOf(event);
        switch (read(delivery)) {
          case ChannelAnswer.Opened opened when opened.openId().equals(openId) -> {
            settle(List.of(delivery));
            return opened;
          }
          // A channel that was started again finds the refusals of before; a target that refuses it
          // anew tells the centre.
          case ChannelAnswer.RunRefused refused
              when refused.run().equals(command.runId()) && command.restart() == 0 ->
              refused(refused, delivery);
          case ChannelAnswer.Receipted receipted -> {
            keeper.keepIfNext(receipted);
            settle(List.of(delivery));
          }
          case null, default -> settle(List.of(delivery));
        }
      }
      repeat =
          repeat.multipliedBy(2).compareTo(LAST_REPEAT) > 0 ? LAST_REPEAT : repeat.multipliedBy(2);
    }
  }

  /** The target must not have forgotten what it once gave a receipt for. */
  private void checkHistory(ChannelAnswer.Opened opened) {
    if (!opened.run().equals(command.runId())) {
      throw new RunFailure("answer-mismatch", "the target opened another run");
    }
    if (journal.lastSequence() > opened.lastSequence()) {
      throw new RunFailure(
          "target-history-lost",
          "the target stands at sequence "
              + opened.lastSequence()
              + " but gave a receipt for "
              + journal.lastSequence()
              + "; its database was restored from an older copy");
    }
    if (journal.last() != null
        && journal.lastSequence() == opened.lastSequence()
        && !journal.last().digest().equals(opened.lastReceipt())) {
      throw new RunFailure(
          "target-history-differs",
          "the target's last receipt is not the one that it gave at sequence "
              + opened.lastSequence());
    }
    run.progress(opened.epoch().counter(), opened.totals());
  }

  /** Handles answers until the end receipt is held. */
  private void follow(ChannelAnswer.Opened opened)
      throws IOException, SQLException, BrokerUnavailable, InterruptedException {
    Duration patience = context.settings().receiptTimeout();
    long lastAnswer = System.nanoTime();
    while (true) {
      boolean done =
          opened.complete() && journal.lastSequence() >= opened.lastSequence()
              || keeper.ended(command.runId());
      if (done) {
        run.progress(
            opened.epoch().counter(),
            journal.last() == null ? opened.totals() : journal.last().runTotals());
        if (command.mode() == TransferMode.CAPTURE) {
          forgetDelivered(opened);
        }
        run.end(RunState.COMPLETED, null, null);
        return;
      }
      Object event = inbound.poll(1, TimeUnit.SECONDS);
      if (event == null) {
        boolean waiting = outflow == null || outflow.waitsForReceipts();
        if (!waiting) {
          lastAnswer = System.nanoTime();
        } else if (System.nanoTime() - lastAnswer > patience.toNanos()) {
          throw new BrokerUnavailable("no receipt for " + patience.toSeconds() + " s");
        }
        continue;
      }
      lastAnswer = System.nanoTime();
      List<Object> batch = new ArrayList<>();
      batch.add(event);
      inbound.drainTo(batch, ANSWER_CREDIT);
      handle(batch, opened);
    }
  }

  /** Changes that the target has given its receipt for need not be kept. */
  private void forgetDelivered(ChannelAnswer.Opened opened) {
    for (int i = 1; ; i++) {
      try {
        CapturePosition position =
            outflow == null
                ? CapturePosition.decode(
                    new SealedPositions(context, command).before(opened).capture())
                : outflow.captured();
        if (position != null) {
          CaptureFlow.delivered(dataSource, command, position);
        }
        return;
      } catch (SQLException | RunFailure e) {
        if (i == FORGETTING_TRIES) {
          LOG.warnf(
              "channel=%s changes are kept until the next run: %s",
              command.channelId(), e.getMessage());
          return;
        }
      }
    }
  }

  private void handle(List<Object> batch, ChannelAnswer.Opened opened)
      throws IOException, SQLException, BrokerUnavailable, InterruptedException {
    List<Delivery> deliveries = new ArrayList<>();
    List<ChannelAnswer.Receipted> receipts = new ArrayList<>();
    for (Object event : batch) {
      Delivery delivery = deliveryOf(event);
      deliveries.add(delivery);
      switch (read(delivery)) {
        case ChannelAnswer.Receipted receipted -> receipts.add(receipted);
        case ChannelAnswer.RunRefused refused when refused.run().equals(command.runId()) ->
            refused(refused, delivery);
        case ChannelAnswer.ReopenAsked reopen when reopen.epoch().equals(opened.epoch()) -> {
          settle(List.of(delivery));
          throw new BrokerUnavailable("the target asks to open again: " + reopen.reason());
        }
        case ChannelAnswer.Opened other when other.epoch().counter() > opened.epoch().counter() -> {
          settle(List.of(delivery));
          throw new BrokerUnavailable(
              "the channel was opened again in epoch " + other.epoch().counter());
        }
        case null, default -> {}
      }
    }
    int kept = keeper.keep(receipts, opened.epoch());
    settle(deliveries);
    if (kept > 0) {
      FailPoint.RECEIPT_AFTER_ACCEPT.pass();
    }
    if (journal.last() != null && journal.last().run().equals(command.runId())) {
      run.progress(opened.epoch().counter(), journal.last().runTotals());
    }
    if (kept > 0) {
      backoff.reset();
      if (outflow != null) {
        outflow.receipted(kept);
      }
    }
  }

  private void refused(ChannelAnswer.RunRefused refused, Delivery delivery) {
    settle(List.of(delivery));
    throw new RunFailure(refused.reason(), "the target says: " + refused.detail());
  }

  /** The answer of a delivery, or null when it is none of the registered target. */
  private ChannelAnswer read(Delivery delivery) {
    try {
      ChannelAnswer answer = AnswerCodec.decode(delivery.body(), peerSigning);
      return answer.channel().equals(command.channelId()) ? answer : null;
    } catch (AnswerRefused e) {
      LOG.warnf("channel=%s refused an answer: %s", command.channelId(), e.getMessage());
      return null;
    }
  }

  private void settle(List<Delivery> deliveries) {
    deliveries.forEach(Delivery::accept);
    answers.credit(deliveries.size());
  }

  private static Delivery deliveryOf(Object event)
      throws IOException, SQLException, BrokerUnavailable, InterruptedException {
    return switch (event) {
      case Delivery delivery -> delivery;
      case BrokerUnavailable lost -> throw lost;
      case SQLException failed -> throw failed;
      case IOException failed -> throw failed;
      case RunFailure failure -> throw failure;
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException failed -> throw failed;
      default -> throw new IllegalStateException(event.toString());
    };
  }

  @Override
  public void close() throws IOException {
    if (outflow != null) {
      outflow.close();
    }
    if (frames != null) {
      frames.close();
    }
    if (answers != null) {
      answers.close();
    }
    journal.close();
    sent.close();
  }
}
