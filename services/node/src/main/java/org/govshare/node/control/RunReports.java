package org.govshare.node.control;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.state.Assignment;
import org.govshare.protocol.control.ChannelTelemetry;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;
import org.jboss.logging.Logger;

/**
 * Reports how the node's runs stand: figures at most once an interval, a final state at once and
 * again until the broker has it.
 */
public final class RunReports implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RunReports.class);

  private final String node;
  private final Events events;
  private final Duration interval;
  private final Clock clock;
  private final Consumer<StartRun> parked;
  private final CopyOnWriteArrayList<ActiveRun> runs = new CopyOnWriteArrayList<>();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Reports of one node.
   *
   * @param parked told of a run whose parked rows have changed
   */
  public RunReports(
      String node, Events events, Duration interval, Clock clock, Consumer<StartRun> parked) {
    this.node = node;
    this.events = events;
    this.interval = interval;
    this.clock = clock;
    this.parked = parked;
    this.thread = Thread.ofVirtual().name("reports-" + node).unstarted(this::work);
  }

  /** Starts its thread. */
  public void start() {
    thread.start();
  }

  /** Reports a run until its final state is delivered. */
  public void add(ActiveRun run) {
    runs.addIfAbsent(run);
    wake.release();
  }

  /** Reports a run no longer; another takes its place. */
  void forget(ActiveRun run) {
    runs.remove(run);
  }

  /** Something should be reported now. */
  public void wake() {
    wake.release();
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
    while (!closed) {
      try {
        if (wake.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
        for (ActiveRun run : runs) {
          report(run);
        }
      } catch (InterruptedException e) {
        // Closed: the loop's condition tells.
      } catch (Exception e) {
        LOG.debugf("node=%s report waits: %s", node, e.toString());
      }
    }
  }

  private void report(ActiveRun run) throws BrokerUnavailable, InterruptedException, IOException {
    if (run.takeParkedChange()) {
      parked.accept(run.command());
    }
    reportDrift(run);
    Assignment taken = run.takeChange();
    if (taken == null) {
      if (run.current().reported()) {
        remove(run, () -> run.current().reported());
      }
      return;
    }
    try {
      events.publish(progress(taken, run.expectedRows(), run.rescanned()));
      events.telemetry(telemetry(taken));
    } catch (BrokerUnavailable | InterruptedException e) {
      run.notDelivered();
      throw e;
    }
    if (taken.ended()) {
      remove(run, run::reported);
    }
  }

  private interface Over {
    boolean isOver() throws IOException;
  }

  // Whoever asks for it to be said again adds it after that, so it is taken out before it is known
  // to be over.
  private void remove(ActiveRun run, Over over) throws IOException {
    runs.remove(run);
    boolean isOver = false;
    try {
      isOver = over.isOver();
    } finally {
      if (!isOver) {
        add(run);
      }
    }
  }

  private void reportDrift(ActiveRun run) throws BrokerUnavailable, InterruptedException {
    List<ColumnDifference> drift = run.takeDrift();
    if (drift == null) {
      return;
    }
    StartRun command = run.command();
    try {
      events.publish(
          new SchemaDrifted(
              SchemaDrifted.TYPE,
              clock.instant(),
              command.runId(),
              command.channelId(),
              command.side(),
              drift));
    } catch (BrokerUnavailable | InterruptedException e) {
      run.driftNotDelivered();
      throw e;
    }
  }

  /**
   * Says that a command was refused; returns when the broker keeps it, so that the command is
   * remembered after that alone.
   *
   * @throws IOException if the broker could not be told
   */
  void refused(StartRun command, String reason, String detail) throws IOException {
    Assignment none =
        new Assignment(command, RunState.FAILED, reason, detail, 0, RunTotals.NONE, false);
    try {
      events.publish(progress(none, null, null));
    } catch (BrokerUnavailable e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private RunProgress progress(Assignment run, Long expectedRows, Boolean rescanned) {
    StartRun command = run.command();
    return new RunProgress(
        RunProgress.TYPE,
        clock.instant(),
        command.runId(),
        command.channelId(),
        command.side(),
        run.state(),
        run.epoch(),
        run.totals().messages(),
        run.totals().rows(),
        run.totals().bytes(),
        run.totals().wireBytes(),
        run.reason(),
        run.detail(),
        command.restart(),
        expectedRows,
        rescanned);
  }

  private ChannelTelemetry telemetry(Assignment run) {
    StartRun command = run.command();
    return new ChannelTelemetry(
        ChannelTelemetry.TYPE,
        node,
        command.side(),
        command.serviceId(),
        command.domain(),
        command.runId(),
        command.channelId(),
        run.totals().messages(),
        run.totals().rows(),
        run.totals().bytes(),
        run.totals().wireBytes(),
        clock.instant());
  }
}
