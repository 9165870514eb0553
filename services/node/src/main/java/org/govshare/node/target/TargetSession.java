package org.govshare.node.target;

import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.broker.Delivery;
import org.govshare.node.broker.ReceivingLink;
import org.govshare.node.broker.SendingLink;
import org.govshare.node.database.DataSource;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.Backoff;
import org.govshare.node.run.BreakLog;
import org.govshare.node.run.ChannelSession;
import org.govshare.node.run.Drifted;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.SqlFailures;
import org.govshare.node.run.Turns;
import org.govshare.node.state.Assignment;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.channel.AnswerCodec;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.Frame;
import org.govshare.protocol.frame.FrameRefused;
import org.jboss.logging.Logger;

/**
 * The committing end of a channel. It stays attached after a run has ended, because the source may
 * have lost the end receipt and ask again; a database connection is held only while frames come.
 */
public final class TargetSession implements ChannelSession {
  private static final Logger LOG = Logger.getLogger(TargetSession.class);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final SessionContext context;
  private final DataSource dataSource;
  private final ActiveRun run;
  private final LaneGroup lanes;
  private final String formerPeerKey;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * A session for an assignment whose table has been checked against the allow-list.
   *
   * @param formerPeerKey what the source signed with earlier in this run, or null
   */
  public TargetSession(
      SessionContext context,
      DataSource dataSource,
      ActiveRun run,
      LaneGroup lanes,
      String formerPeerKey) {
    this.context = context;
    this.dataSource = dataSource;
    this.run = run;
    this.lanes = lanes;
    this.formerPeerKey = formerPeerKey;
    this.thread =
        Thread.ofVirtual()
            .name("target-" + context.node() + "-" + run.command().channelId())
            .unstarted(this::work);
  }

  @Override
  public ActiveRun run() {
    return run;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    List<PublicKey> peerKeys = new ArrayList<>();
    try {
      peerKeys.add(PublicKeys.signingKey(run.command().suite(), run.command().peerSigningKey()));
      if (formerPeerKey != null) {
        peerKeys.add(PublicKeys.signingKey(run.command().suite(), formerPeerKey));
      }
    } catch (CryptoFailure | NullPointerException e) {
      run.end(
          RunState.FAILED,
          "peer-key-missing",
          "the key of node " + run.command().peerNode() + " is not registered");
      return;
    }
    BreakLog breaks = new BreakLog(LOG, run.command());
    Backoff backoff =
        new Backoff(context.settings().retryMinimum(), context.settings().retryMaximum());
    while (!closed) {
      try {
        new Attachment(backoff, peerKeys).serve();
      } catch (InterruptedException e) {
        // Closed, or a step was cut short: the loop's condition tells.
      } catch (Drifted drifted) {
        standBy(drifted);
      } catch (RunFailure failure) {
        run.end(RunState.FAILED, failure.reason(), failure.getMessage());
        pause(backoff);
      } catch (Exception e) {
        if (!closed) {
          breaks.broken(e);
        }
        pause(backoff);
      }
    }
  }

  /** Frames go back to their queue; the centre decides, and until then the table may be mended. */
  private void standBy(Drifted drifted) {
    if (run.drifted(drifted.differences())) {
      LOG.warnf(
          "run=%s channel=%s side=target drift=%s",
          run.command().runId(), run.command().channelId(), drifted.getMessage());
    }
    try {
      Thread.sleep(context.settings().retryMaximum());
    } catch (InterruptedException e) {
      // Closed: the loop's condition tells.
    }
  }

  private static void pause(Backoff backoff) {
    try {
      backoff.pause();
    } catch (InterruptedException e) {
      // Closed: the loop's condition tells.
    }
  }

  /**
   * One attachment to the channel's addresses, until it breaks. It receives in its turn only: until
   * then its source is not told where to begin, and sends nothing.
   */
  private final class Attachment {
    private final Backoff backoff;
    private final List<PublicKey> peerKeys;
    private final StartRun command = run.command();
    private final LinkedBlockingQueue<Object> inbound = new LinkedBlockingQueue<>();
    private int outstanding;
    private ReceivingLink frames;
    private SendingLink answers;
    private volatile Inflow inflow;
    private Turns.Turn turn;
    private Delivery waitingForCommand;

    private Attachment(Backoff backoff, List<PublicKey> peerKeys) {
      this.backoff = backoff;
      this.peerKeys = peerKeys;
    }

    private void serve() throws BrokerUnavailable, SQLException, InterruptedException {
      try {
        answers =
            context
                .broker()
                .send(
                    Addresses.answer(context.node(), command.peerNode(), command.channelId()),
                    inbound::add);
        frames =
            context
                .broker()
                .receive(
                    Addresses.frame(command.peerNode(), context.node(), command.channelId()),
                    inbound::add,
                    inbound::add);
        synchronized (this) {
          outstanding = 1;
        }
        frames.credit(1);
        backoff.reset();
        if (!run.ended()) {
          // What was committed before the process died is reported without waiting for a frame.
          openInflow();
        }
        long lastEvent = System.nanoTime();
        while (!closed) {
          Object event = inbound.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
          if (event != null) {
            handle(event);
            lastEvent = System.nanoTime();
          } else if (inflow != null && inflow.idle() && idleFor(lastEvent)) {
            closeInflow();
          }
        }
      } finally {
        closeInflow();
        if (frames != null) {
          frames.close();
        }
        if (answers != null) {
          answers.close();
        }
      }
    }

    private void handle(Object event) throws BrokerUnavailable, SQLException, InterruptedException {
      switch (event) {
        case Delivery delivery -> arrived(delivery);
        case BrokerUnavailable lost -> throw lost;
        case SQLException failed -> throw failed;
        case RunFailure failure -> throw failure;
        case RuntimeException failed -> throw failed;
        case InterruptedException interrupted -> throw interrupted;
        default -> throw new IllegalStateException(event.toString());
      }
    }

    private boolean idleFor(long since) {
      return context.budget().receivingTurns().awaited()
          || System.nanoTime() - since > IDLE.toNanos();
    }

    private void arrived(Delivery delivery) throws SQLException, InterruptedException {
      if (Frames.opensAnotherRun(delivery, command, peerKeys)) {
        // The command for that run is still on its way; it will find this frame in the queue.
        if (waitingForCommand != null) {
          waitingForCommand.accept();
          settled(waitingForCommand);
        }
        waitingForCommand = delivery;
        synchronized (this) {
          outstanding++;
        }
        frames.credit(1);
        return;
      }
      Assignment now = run.current();
      if (now.state() == RunState.FAILED || now.state() == RunState.STOPPED) {
        discard(delivery, now);
        return;
      }
      openInflow();
      inflow.arrived(delivery);
    }

    /** Frames of a run that has failed or was stopped are not kept; its source is told. */
    private void discard(Delivery delivery, Assignment now) {
      try {
        Frame frame = Frames.parse(delivery, command, peerKeys);
        if (frame != null) {
          reply(
              new ChannelAnswer.RunRefused(
                  command.channelId(),
                  command.runId(),
                  now.reason() == null ? "stopped" : now.reason(),
                  now.detail() == null ? "the run was stopped" : now.detail()));
        }
      } catch (FrameRefused e) {
        LOG.errorf("channel=%s refused a frame: %s", command.channelId(), e.getMessage());
      }
      delivery.accept();
      settled(delivery);
    }

    private void openInflow() throws SQLException, InterruptedException {
      if (inflow != null) {
        return;
      }
      Lane lane = command.lane();
      turn = context.budget().receivingTurns().take(lane.group(), lane.count());
      try {
        inflow =
            new Inflow(
                context,
                dataSource,
                run,
                lanes,
                peerKeys,
                this::reply,
                this::settled,
                inbound::add);
      } catch (SQLException e) {
        RunFailure permanent = SqlFailures.permanent(e);
        if (permanent == null) {
          throw e;
        }
        throw permanent;
      } finally {
        if (inflow == null) {
          turn.close();
        }
      }
    }

    private void reply(ChannelAnswer answer) {
      // Answers can be made again from the inbox, so the broker need not keep them over a restart.
      answers
          .send(AnswerCodec.encode(answer, context.keys().of(command.suite())), false)
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  inbound.add(
                      failure instanceof BrokerUnavailable lost
                          ? lost
                          : new BrokerUnavailable("an answer was not accepted", failure));
                }
              });
    }

    /** A delivery is done with: lets the broker send up to this run's share of the budget. */
    private void settled(Delivery delivery) {
      int share = inflow == null ? 1 : context.budget().creditPerReceiver();
      int free;
      synchronized (this) {
        outstanding--;
        free = Math.max(0, share - outstanding);
        outstanding += free;
      }
      if (free > 0) {
        frames.credit(free);
      }
    }

    private void closeInflow() {
      if (inflow != null) {
        inflow.close();
        inflow = null;
        turn.close();
      }
    }
  }
}
