package org.govshare.node.control;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.govshare.node.database.DataSource;
import org.govshare.node.guard.Gate;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.ChannelSession;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.source.LaneSnapshots;
import org.govshare.node.source.ReceiptForwarder;
import org.govshare.node.source.SourceSession;
import org.govshare.node.state.Assignment;
import org.govshare.node.target.LaneGroup;
import org.govshare.node.target.TargetSession;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.ReportRun;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.jboss.logging.Logger;

/** A node's part in runs: one of each channel at a time. */
final class NodeRuns implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(NodeRuns.class);

  /** The centre's reason when a run is to go on later. */
  private static final String PAUSED = "paused";

  private final SessionContext context;
  private final OpenTables tables;
  private final RunReports reports;
  private final Background background;
  private final TableAnswers answers;
  private final Gate gate;
  private final Map<UUID, ActiveRun> runs = new ConcurrentHashMap<>();
  private final Map<UUID, ChannelSession> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, LaneGroup> lanes = new ConcurrentHashMap<>();
  private final LaneSnapshots snapshots;

  NodeRuns(
      SessionContext context,
      OpenTables tables,
      RunReports reports,
      Background background,
      TableAnswers answers,
      Gate gate) {
    this.context = context;
    this.tables = tables;
    this.reports = reports;
    this.background = background;
    this.answers = answers;
    this.gate = gate;
    this.snapshots = new LaneSnapshots(context.disk());
  }

  /** Takes up what it was doing when it last ended. */
  void resume() throws IOException {
    for (Assignment assignment : context.disk().assignments()) {
      take(assignment, false);
    }
  }

  @Override
  public void close() {
    sessions.values().forEach(ChannelSession::close);
    snapshots.close();
  }

  /** Begins a run, or goes on with one that was paused. */
  void start(StartRun command) throws IOException {
    ActiveRun before = runs.get(command.channelId());
    // The same run again: the command came twice, or a run that was paused is to go on, or the
    // channel is started again alone.
    boolean same = before != null && before.command().runId().equals(command.runId());
    if (same
        && !before.drifts()
        && !gate.waits(command.channelId())
        && before.command().restart() >= command.restart()
        && (before.current().state() != RunState.STOPPED || command.side() == Side.TARGET)) {
      return;
    }
    ChannelSession session = sessions.remove(command.channelId());
    if (session != null) {
      session.close();
    }
    if (!same) {
      gate.forget(command.channelId());
    }
    if (before != null) {
      before.supersede();
      if (same && !before.ended()) {
        reports.forget(before);
      } else {
        before.end(RunState.STOPPED, "superseded", "a later run of the channel was started");
      }
    }
    Assignment assignment = Assignment.of(command);
    context.disk().save(assignment);
    take(assignment, true);
  }

  /** Ends a run, or holds it up. */
  void stop(StopRun command) throws IOException {
    ActiveRun run = runs.get(command.channelId());
    if (run == null || !run.command().runId().equals(command.runId())) {
      return;
    }
    if (!PAUSED.equals(command.reason())) {
      gate.forget(command.channelId());
    }
    if (run.ended()) {
      return;
    }
    run.end(RunState.STOPPED, "stopped", command.reason());
    ChannelSession session = sessions.remove(command.channelId());
    if (session != null) {
      session.close();
      take(run.current(), false);
    }
  }

  /** Says again what the broker may have lost; a run that this node does not know is not its. */
  void report(ReportRun command) {
    ActiveRun run = runs.get(command.channelId());
    if (run == null || !run.command().runId().equals(command.runId())) {
      return;
    }
    if (run.command().side() == Side.SOURCE) {
      ReceiptForwarder forwarder = new ReceiptForwarder(context, run.command());
      background.run("receipts", () -> forwarder.again(command.lastReceipt()));
    }
    gate.tellAgain(command.channelId());
    run.sayAgain();
    reports.add(run);
  }

  /** The provider has decided: runs that may not send any more stop reading. */
  void lookAgain() {
    for (SourceSession session : sources()) {
      try {
        if (gate.check(session.run().command()) != null) {
          session.lookAgain();
        }
      } catch (IOException e) {
        session.lookAgain();
      }
    }
  }

  /** The sessions that read here. */
  List<SourceSession> sources() {
    return sessions.values().stream()
        .filter(SourceSession.class::isInstance)
        .map(SourceSession.class::cast)
        .toList();
  }

  private void take(Assignment assignment, boolean announce) {
    StartRun command = assignment.command();
    ActiveRun run = new ActiveRun(context.disk(), assignment, announce, reports::wake);
    runs.put(command.channelId(), run);
    if (!announce && command.side() == Side.TARGET) {
      background.run(
          "parked", () -> answers.reportParked(command.dataSource(), command.serviceId()));
    }
    if (!assignment.reported()) {
      reports.add(run);
    }
    if (assignment.ended() && command.side() == Side.SOURCE) {
      return;
    }
    try {
      requireComplete(command);
      DataSource source =
          tables.allowed(command.side(), command.dataSource(), command.schema(), command.table());
      tables.requireCapture(command, source);
      ChannelSession session =
          command.side() == Side.SOURCE
              ? new SourceSession(context, source, run, snapshots, gate)
              : new TargetSession(context, source, run, lanes(command));
      sessions.put(command.channelId(), session);
      session.start();
    } catch (RunFailure failure) {
      LOG.errorf(
          "run=%s node=%s state=FAILED reason=%s detail=%s",
          command.runId(), context.node(), failure.reason(), failure.getMessage());
      run.end(RunState.FAILED, failure.reason(), failure.getMessage());
    }
  }

  /** What the lanes of a run share at their target. */
  private LaneGroup lanes(StartRun command) {
    return lanes.compute(
        command.lane().group(),
        (group, known) ->
            known != null && known.run().equals(command.runId())
                ? known
                : new LaneGroup(
                    command.runId(), command.lane().channels(), lane -> over(command, lane)));
  }

  private boolean over(StartRun command, UUID lane) {
    ActiveRun other = runs.get(lane);
    return other != null && other.command().runId().equals(command.runId()) && other.ended();
  }

  private static void requireComplete(StartRun command) {
    if (command.columns().isEmpty()) {
      throw new RunFailure("mapping-empty", "the run maps no column");
    }
    if (command.lane().shared() && command.mode() == TransferMode.CAPTURE) {
      throw new RunFailure("lanes-not-supported", "change capture goes by one lane only");
    }
    try {
      Addresses.command(command.peerNode());
    } catch (IllegalArgumentException e) {
      throw new RunFailure("peer-unknown", "the run names no node at the other end");
    }
  }

  /** The channel of change capture whose source is to be summed, else null. */
  UUID captured(ComputeDigest digest) {
    return runs.values().stream()
        .map(ActiveRun::command)
        .filter(
            run ->
                digest.side() == Side.SOURCE
                    && run.side() == Side.SOURCE
                    && run.mode() == TransferMode.CAPTURE
                    && run.runId().equals(digest.runId()))
        .map(StartRun::channelId)
        .findFirst()
        .orElse(null);
  }
}
