package org.govshare.node.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.security.PublicKey;
import java.sql.SQLException;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableDrift;
import org.govshare.node.guard.Departure;
import org.govshare.node.guard.Gate;
import org.govshare.node.guard.Withheld;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.Backoff;
import org.govshare.node.run.BreakLog;
import org.govshare.node.run.ChannelSession;
import org.govshare.node.run.Drifted;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.SqlFailures;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.PublicKeys;
import org.jboss.logging.Logger;

/**
 * The reading end of a channel. It opens the channel, sends, and on any break begins again from
 * what the target has committed, until it holds the run's end receipt.
 */
public final class SourceSession implements ChannelSession {
  private static final Logger LOG = Logger.getLogger(SourceSession.class);

  private final SessionContext context;
  private final DataSource dataSource;
  private final ActiveRun run;
  private final LaneSnapshots snapshots;
  private final Gate gate;
  private final Departure departure;
  private final Thread thread;
  private Withheld withheld;
  private volatile boolean closed;

  /** A session for an assignment whose table has been checked against the allow-list. */
  public SourceSession(
      SessionContext context,
      DataSource dataSource,
      ActiveRun run,
      LaneSnapshots snapshots,
      Gate gate) {
    this.context = context;
    this.dataSource = dataSource;
    this.run = run;
    this.snapshots = snapshots;
    this.gate = gate;
    this.departure = gate.departure(run.command());
    this.thread =
        Thread.ofVirtual()
            .name("source-" + context.node() + "-" + run.command().channelId())
            .unstarted(this::work);
  }

  @Override
  public ActiveRun run() {
    return run;
  }

  /** What it sends. */
  public Departure departure() {
    return departure;
  }

  /** The provider has decided: what it does now it breaks off, and asks whether it may go on. */
  public void lookAgain() {
    thread.interrupt();
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
    try {
      follow();
    } finally {
      boolean over = run.ended();
      leaves(
          over ? run.current().state().name() : Departure.SHUT_DOWN,
          over ? run.current().reason() : null);
    }
  }

  private void follow() {
    BreakLog breaks = new BreakLog(LOG, run.command());
    Backoff backoff =
        new Backoff(context.settings().retryMinimum(), context.settings().retryMaximum());
    while (!closed && !run.ended()) {
      try {
        attempt(backoff);
      } catch (Drifted drifted) {
        standBy(drifted);
      } catch (Withheld why) {
        standBy(why);
      } catch (RunFailure failure) {
        if (standsBy()) {
          continue;
        }
        LOG.errorf(
            "run=%s channel=%s side=source state=FAILED reason=%s detail=%s",
            run.command().runId(),
            run.command().channelId(),
            failure.reason(),
            failure.getMessage());
        run.end(RunState.FAILED, failure.reason(), failure.getMessage());
      } catch (InterruptedException e) {
        if (closed) {
          return;
        }
      } catch (Exception e) {
        if (!closed) {
          breaks.broken(e);
        }
        pause(backoff);
      }
    }
  }

  private void attempt(Backoff backoff)
      throws IOException, SQLException, BrokerUnavailable, InterruptedException {
    StartRun command = run.command();
    PublicKey peerSigning;
    PublicKey peerAgreement;
    try {
      peerSigning = PublicKeys.signingKey(command.suite(), command.peerSigningKey());
      peerAgreement = PublicKeys.agreementKey(command.suite(), command.peerAgreementKey());
    } catch (CryptoFailure | NullPointerException e) {
      throw new RunFailure(
          "peer-key-missing", "the keys of node " + command.peerNode() + " are not registered");
    }
    departure.admit();
    withheld = null;
    TableDrift.check(dataSource, command);
    run.inOrder();
    departure.begin();
    try (SourceAttempt attempt =
        new SourceAttempt(
            context, dataSource, run, snapshots, departure, peerSigning, peerAgreement, backoff)) {
      attempt.run();
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent != null) {
        throw permanent;
      }
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether the run failed because the table was changed meanwhile. */
  private boolean standsBy() {
    try {
      TableDrift.check(dataSource, run.command());
      return false;
    } catch (Drifted drifted) {
      standBy(drifted);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The provider decides. */
  private void standBy(Withheld why) {
    // Being asked to look again has done its work; being closed is told by the flag.
    Thread.interrupted();
    leaves(Departure.WITHHELD, why.reason());
    try {
      if (!why.same(withheld)) {
        LOG.warnf(
            "run=%s channel=%s side=source withheld=%s detail=%s",
            run.command().runId(), run.command().channelId(), why.reason(), why.getMessage());
        gate.standsBy(run.command(), why);
        withheld = why;
      }
      gate.await(context.settings().retryMaximum());
    } catch (ClosedByInterruptException e) {
      // Asked to look again before it was noted: that is done next, and it is noted then.
      Thread.interrupted();
    } catch (IOException e) {
      LOG.errorf(e, "run=%s is withheld and cannot be noted so", run.command().runId());
    } catch (InterruptedException e) {
      // Closed, or asked to look again: the loop's condition sees it.
    }
  }

  private void leaves(String event, String reason) {
    try {
      departure.end(event, run.current().totals(), reason);
    } catch (IOException e) {
      LOG.errorf(e, "run=%s has sent what the journal does not say", run.command().runId());
    }
  }

  /** The centre decides; until then the table may be put right. */
  private void standBy(Drifted drifted) {
    if (run.drifted(drifted.differences())) {
      LOG.warnf(
          "run=%s channel=%s side=source drift=%s",
          run.command().runId(), run.command().channelId(), drifted.getMessage());
    }
    try {
      Thread.sleep(context.settings().retryMaximum());
    } catch (InterruptedException e) {
      // Closed: the loop's condition sees it.
    }
  }

  private void pause(Backoff backoff) {
    try {
      backoff.pause();
    } catch (InterruptedException e) {
      // Closed: the loop's condition sees it.
      Thread.interrupted();
    }
  }
}
