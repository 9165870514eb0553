package org.govshare.node.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.govshare.node.capture.Housekeeping;
import org.govshare.node.database.DataSource;
import org.govshare.node.guard.Gate;
import org.govshare.node.lease.LeaseRefused;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.ChannelSession;
import org.govshare.node.run.FailPoint;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.source.LaneSnapshots;
import org.govshare.node.source.ReceiptForwarder;
import org.govshare.node.source.SourceSession;
import org.govshare.node.state.Assignment;
import org.govshare.node.target.LaneGroup;
import org.govshare.node.target.TargetSession;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.RenewLease;
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

  private static final String BACKLOG_DROPPED = "backlog-dropped";

  private final SessionContext context;
  private final OpenTables tables;
  private final RunReports reports;
  private final Background background;
  private final TableAnswers answers;
  private final Gate gate;
  private final Map<UUID, ActiveRun> runs = new ConcurrentHashMap<>();
  private final Map<UUID, ChannelSession> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, LaneGroup> lanes = new ConcurrentHashMap<>();
  private final Map<UUID, String> formerPeerKeys = new ConcurrentHashMap<>();
  private final LaneSnapshots snapshots;
  private final Set<UUID> standing = ConcurrentHashMap.newKeySet();
  private final Permissions permissions;
  private final StandingBy told;
  private boolean closed;

  /** Learns that a run stands by for want of a lease, or goes on. */
  interface StandingBy {
    /**
     * It stands by or goes on.
     *
     * @param reason why it stands by; null when it goes on
     */
    void told(StartRun command, String reason);
  }

  NodeRuns(
      SessionContext context,
      OpenTables tables,
      RunReports reports,
      Background background,
      TableAnswers answers,
      Gate gate,
      StandingBy told) {
    this.context = context;
    this.tables = tables;
    this.reports = reports;
    this.background = background;
    this.answers = answers;
    this.gate = gate;
    this.told = told;
    this.permissions = new Permissions(tables, context.leases());
    this.snapshots = new LaneSnapshots(context.disk());
  }

  /** Takes up what it was doing when it last ended. */
  synchronized void resume() throws IOException {
    for (Assignment assignment : context.disk().assignments()) {
      take(assignment, false);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    sessions.values().forEach(ChannelSession::close);
    snapshots.close();
  }

  /**
   * Begins a run, or goes on with one that was paused. A command that may not be obeyed leaves the
   * channel's run as it is.
   *
   * @throws IOException if the disk fails, or nobody could be told of a refusal
   */
  void start(StartRun command) throws IOException {
    RunFailure refused = begun(command);
    if (refused != null) {
      reports.refused(command, refused.reason(), refused.getMessage());
    }
  }

  /** Begins a run; what is to be said of a command that is refused, or null. */
  private synchronized RunFailure begun(StartRun command) throws IOException {
    ActiveRun before = runs.get(command.channelId());
    // The same run again: the command came twice, or a run that was paused is to go on, or the
    // channel is started again alone.
    boolean same = before != null && before.command().runId().equals(command.runId());
    boolean changed = same && peerChanged(before.current(), command);
    if (same
        && !changed
        && !before.drifts()
        && !gate.waits(command.channelId())
        && before.command().restart() >= command.restart()
        && (before.current().state() != RunState.STOPPED || command.side() == Side.TARGET)) {
      return null;
    }
    // Where the channel has no run there is nothing to leave as it is, and the failure is kept.
    RunFailure refused = before == null ? null : permissions.refusal(command);
    if (refused != null) {
      LOG.errorf(
          "run=%s channel=%s node=%s command=refused reason=%s detail=%s",
          command.runId(),
          command.channelId(),
          context.node(),
          refused.reason(),
          refused.getMessage());
      // A run that goes on has not failed.
      return same && !before.ended() ? null : refused;
    }
    standing.remove(command.channelId());
    ChannelSession session = sessions.remove(command.channelId());
    if (session != null) {
      session.close();
    }
    if (!same) {
      gate.forget(command.channelId());
      formerPeerKeys.remove(command.channelId());
    } else if (changed) {
      formerPeerKeys.put(command.channelId(), before.command().peerSigningKey());
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
    return null;
  }

  /** Whether the node at the other end has changed its keys, and the run still needs it. */
  private static boolean peerChanged(Assignment before, StartRun command) {
    StartRun known = before.command();
    boolean needed =
        !before.ended() || command.side() == Side.TARGET && before.state() == RunState.COMPLETED;
    return needed
        && !(Objects.equals(known.peerSigningKey(), command.peerSigningKey())
            && Objects.equals(known.peerAgreementKey(), command.peerAgreementKey()));
  }

  /** This node has changed its keys: channels are opened again with them, in a new epoch. */
  synchronized void reopen() {
    sources().forEach(SourceSession::lookAgain);
  }

  /** Ends a run, or holds it up. */
  synchronized void stop(StopRun command) throws IOException {
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
    }
    if (standing.remove(command.channelId()) || session != null) {
      take(run.current(), false);
    }
    if (BACKLOG_DROPPED.equals(command.reason())) {
      forget(run.command());
    }
  }

  /** What waits for a target that was given up is not kept at the source any longer. */
  private void forget(StartRun command) {
    DataSource source = tables.dataSource(command.dataSource());
    if (command.side() == Side.SOURCE && command.mode() == TransferMode.CAPTURE && source != null) {
      background.run(
          "forget",
          () -> {
            ActiveRun latest = runs.get(command.channelId());
            if (latest.command().runId().equals(command.runId())) {
              Housekeeping.forget(source, command.channelId());
            }
          });
    }
  }

  /** Gives a run more time; it goes on if it stood by. */
  void renew(RenewLease command) throws IOException {
    ActiveRun run = runs.get(command.channelId());
    if (run != null && run.command().runId().equals(command.runId()) && !run.ended()) {
      FailPoint.LEASE_BEFORE_SAVE.pass();
      context.leases().renew(run.command(), command.lease());
      FailPoint.LEASE_AFTER_SAVE.pass();
      keepLeases();
    }
  }

  /** Has runs whose lease has ended stand by, and those whose lease was renewed go on. */
  synchronized void keepLeases() throws IOException {
    for (ActiveRun run : runs.values()) {
      StartRun command = run.command();
      if (closed || run.ended()) {
        continue;
      }
      boolean leased = context.leases().inForce(command);
      if (leased && standing.remove(command.channelId())) {
        LOG.infof("run=%s channel=%s goes on", command.runId(), command.channelId());
        told.told(command, null);
        begin(run, false);
      } else if (!leased && sessions.containsKey(command.channelId())) {
        sessions.remove(command.channelId()).close();
        if (!run.ended()) {
          standBy(command);
        }
      }
    }
  }

  /** Notes on disk how much of the leases is used up. */
  void noteLeases() throws IOException {
    for (ActiveRun run : runs.values()) {
      if (!run.ended()) {
        context.leases().note(run.command());
      }
    }
  }

  private void standBy(StartRun command) {
    String reason = context.leases().reason(command);
    LOG.warnf(
        "run=%s channel=%s node=%s stands by: %s",
        command.runId(), command.channelId(), context.node(), reason);
    standing.add(command.channelId());
    told.told(command, reason);
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
    begin(run, announce);
  }

  /** Opens a run's session, if it may. */
  private void begin(ActiveRun run, boolean fresh) {
    StartRun command = run.command();
    try {
      DataSource source = permissions.permitted(command);
      if (!run.ended() && !leased(command, fresh)) {
        standBy(command);
        return;
      }
      ChannelSession session =
          command.side() == Side.SOURCE
              ? new SourceSession(context, source, run, snapshots, gate)
              : new TargetSession(
                  context, source, run, lanes(command), formerPeerKeys.get(command.channelId()));
      sessions.put(command.channelId(), session);
      session.start();
    } catch (RunFailure failure) {
      LOG.errorf(
          "run=%s node=%s state=FAILED reason=%s detail=%s",
          command.runId(), context.node(), failure.reason(), failure.getMessage());
      run.end(RunState.FAILED, failure.reason(), failure.getMessage());
    }
  }

  private boolean leased(StartRun command, boolean fresh) {
    try {
      if (fresh) {
        context.leases().admit(command);
      } else {
        context.leases().recall(command);
      }
    } catch (LeaseRefused refused) {
      throw new RunFailure(refused.reason(), refused.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return context.leases().inForce(command);
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
