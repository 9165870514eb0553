package org.govshare.node.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.capture.Housekeeping;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableName;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.Backoff;
import org.govshare.node.run.ChannelSession;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.SqlFailures;
import org.govshare.node.source.LaneSnapshots;
import org.govshare.node.source.ReceiptForwarder;
import org.govshare.node.source.SourceSession;
import org.govshare.node.state.Assignment;
import org.govshare.node.state.Json;
import org.govshare.node.target.LaneGroup;
import org.govshare.node.target.ParkedReading;
import org.govshare.node.target.ParkedReport;
import org.govshare.node.target.TargetSession;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.NodeHeartbeat;
import org.govshare.protocol.control.NodeStarted;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.ReportRun;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.SealedText;
import org.jboss.logging.Logger;

/**
 * One department's node within the process: its identity, its data sources, its part in runs. It
 * obeys the centre only within its own allow-lists.
 */
public final class LogicalNode implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogicalNode.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration TIDY = Duration.ofHours(1);

  private final SessionContext context;
  private final Map<String, DataSource> dataSources;
  private final Optional<String> registrationCode;
  private final String agentVersion;
  private final Clock clock;
  private final Events events;
  private final RunReports reports;
  private final CommandReceiver commands;
  private final Map<UUID, ActiveRun> runs = new ConcurrentHashMap<>();
  private final Map<UUID, ChannelSession> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, LaneGroup> lanes = new ConcurrentHashMap<>();
  private final LaneSnapshots snapshots;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /** A node that does nothing before {@link #start}. */
  public LogicalNode(
      SessionContext context,
      Map<String, DataSource> dataSources,
      Optional<String> registrationCode,
      String agentVersion,
      Clock clock) {
    this.context = context;
    this.dataSources = dataSources;
    this.registrationCode = registrationCode;
    this.agentVersion = agentVersion;
    this.clock = clock;
    this.snapshots = new LaneSnapshots(context.disk());
    this.events = new Events(context.node(), context.keys().of(CryptoSuite.INTL), context.broker());
    this.reports =
        new RunReports(
            context.node(), events, context.settings().progressInterval(), clock, this::parked);
    this.commands =
        new CommandReceiver(
            context.node(), context.broker(), context.disk(), context.settings(), this::command);
  }

  /** Code of the node. */
  public String code() {
    return context.node();
  }

  /** Whether the broker is reached now. */
  public boolean connected() {
    return context.broker().connected();
  }

  /** The node's connection to the broker. */
  public BrokerConnection broker() {
    return context.broker();
  }

  /** Takes up what it was doing when it last ended, and listens to the centre. */
  public void start() throws IOException {
    for (Assignment assignment : context.disk().assignments()) {
      take(assignment, false);
    }
    reports.start();
    commands.start();
    background("start", this::announce);
    background("heartbeat", this::beat);
    background("tidy", this::tidy);
    for (ComputeDigest digest : context.disk().digests()) {
      background("digest", () -> digest(digest));
    }
  }

  @Override
  public void close() {
    closed = true;
    commands.close();
    sessions.values().forEach(ChannelSession::close);
    snapshots.close();
    reports.close();
    synchronized (threads) {
      threads.forEach(Thread::interrupt);
    }
    context.broker().close();
  }

  // ---- commands

  private void command(String type, JsonNode payload) throws IOException {
    try {
      switch (type) {
        case "StartRun" -> start(Json.read(payload, StartRun.class));
        case "StopRun" -> stop(Json.read(payload, StopRun.class));
        case "ComputeDigest" -> {
          ComputeDigest digest = Json.read(payload, ComputeDigest.class);
          context.disk().save(digest);
          background("digest", () -> digest(digest));
        }
        case "TryRun" -> {
          TryRun trial = Json.read(payload, TryRun.class);
          background("trial", () -> events.publish(trial(trial)));
        }
        case "ReportRun" -> report(Json.read(payload, ReportRun.class));
        case "DiscardParked" -> {
          DiscardParked discard = Json.read(payload, DiscardParked.class);
          background("discard", () -> discard(discard));
        }
        case "ShowParked" -> {
          ShowParked showing = Json.read(payload, ShowParked.class);
          background("showing", () -> events.publish(show(showing)));
        }
        case "ReportInventory" -> background("inventory", inventory());
        default -> LOG.errorf("node=%s does not know command %s", code(), type);
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      LOG.errorf("node=%s refused a malformed %s: %s", code(), type, e.getOriginalMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      // It would fail the same way each time and keep all later commands from being heard.
      LOG.errorf(e, "node=%s could not carry out %s", code(), type);
    }
  }

  private void start(StartRun command) throws IOException {
    ActiveRun before = runs.get(command.channelId());
    // The same run again: the command came twice, or a run that was paused is to go on, or the
    // channel is started again alone.
    boolean same = before != null && before.command().runId().equals(command.runId());
    if (same
        && !before.drifts()
        && before.command().restart() >= command.restart()
        && (before.current().state() != RunState.STOPPED || command.side() == Side.TARGET)) {
      return;
    }
    ChannelSession session = sessions.remove(command.channelId());
    if (session != null) {
      session.close();
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

  private void stop(StopRun command) {
    ActiveRun run = runs.get(command.channelId());
    if (run == null || !run.command().runId().equals(command.runId()) || run.ended()) {
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
  private void report(ReportRun command) {
    ActiveRun run = runs.get(command.channelId());
    if (run == null || !run.command().runId().equals(command.runId())) {
      return;
    }
    if (run.command().side() == Side.SOURCE) {
      ReceiptForwarder forwarder = new ReceiptForwarder(context, run.command());
      background("receipts", () -> forwarder.again(command.lastReceipt()));
    }
    run.sayAgain();
    reports.add(run);
  }

  private void take(Assignment assignment, boolean announce) {
    StartRun command = assignment.command();
    ActiveRun run = new ActiveRun(context.disk(), assignment, announce, reports::wake);
    runs.put(command.channelId(), run);
    if (!announce && command.side() == Side.TARGET) {
      parked(command);
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
          allowed(command.side(), command.dataSource(), command.schema(), command.table());
      requireCapture(command, source);
      ChannelSession session =
          command.side() == Side.SOURCE
              ? new SourceSession(context, source, run, snapshots)
              : new TargetSession(context, source, run, lanes(command));
      sessions.put(command.channelId(), session);
      session.start();
    } catch (RunFailure failure) {
      LOG.errorf(
          "run=%s node=%s state=FAILED reason=%s detail=%s",
          command.runId(), code(), failure.reason(), failure.getMessage());
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

  private void requireCapture(StartRun command, DataSource source) {
    TableName table = new TableName(command.schema(), command.table());
    if (command.mode() == TransferMode.CAPTURE
        && command.side() == Side.SOURCE
        && !source.capture().contains(table)) {
      throw new RunFailure(
          "not-allowed",
          "table "
              + table
              + " is not on the capture list of data source "
              + source.code()
              + " at node "
              + code());
    }
  }

  private DataSource allowed(Side side, String dataSource, String schema, String table) {
    DataSource source = dataSources.get(dataSource);
    if (source == null) {
      throw new RunFailure(
          "data-source-unknown", "node " + code() + " has no data source " + dataSource);
    }
    TableName name;
    try {
      name = new TableName(schema, table);
    } catch (IllegalArgumentException e) {
      throw new RunFailure("not-allowed", e.getMessage());
    }
    boolean open =
        side == Side.SOURCE ? source.read().contains(name) : source.write().contains(name);
    if (!open) {
      throw new RunFailure(
          "not-allowed",
          "table "
              + name
              + " is not on the "
              + (side == Side.SOURCE ? "read" : "write")
              + " list of data source "
              + dataSource
              + " at node "
              + code());
    }
    return source;
  }

  // ---- background

  private void announce() throws Exception {
    if (registrationCode.isPresent()) {
      Enrolment.ask(context, events, registrationCode.get(), clock.instant());
    }
    events.publish(NodeStarted.of(clock.instant(), agentVersion));
    background("inventory", inventory());
  }

  /** Reports what can be read at once, and all of it when every data source can be read. */
  private Task inventory() {
    AtomicBoolean reported = new AtomicBoolean();
    return () -> reportInventory(reported);
  }

  private void reportInventory(AtomicBoolean reported)
      throws BrokerUnavailable, InterruptedException, SQLException {
    List<InventoryDataSource> found = new ArrayList<>();
    SQLException unreachable = null;
    for (DataSource source : dataSources.values()) {
      try {
        found.add(Inventory.of(source));
      } catch (SQLException e) {
        LOG.warnf(
            "node=%s data source %s cannot be read: %s", code(), source.code(), e.getMessage());
        unreachable = e;
      }
    }
    if (unreachable == null || !reported.get()) {
      events.publish(InventoryReported.of(clock.instant(), found));
      reported.set(true);
    }
    if (unreachable != null) {
      throw unreachable;
    }
  }

  private void beat() throws InterruptedException {
    while (!closed) {
      try {
        events.telemetry(NodeHeartbeat.of(code(), agentVersion, clock.instant()));
      } catch (BrokerUnavailable e) {
        LOG.debugf("node=%s heartbeat waits: %s", code(), e.getMessage());
      }
      Thread.sleep(HEARTBEAT);
    }
  }

  private void digest(ComputeDigest command) throws Exception {
    NodeEvent event;
    try {
      DataSource source =
          allowed(command.side(), command.dataSource(), command.schema(), command.table());
      TableDigest digest = TableDigest.of(command, source, captured(command));
      event =
          new DigestComputed(
              DigestComputed.TYPE,
              clock.instant(),
              command.reconciliationId(),
              command.runId(),
              command.side(),
              digest.rows(),
              digest.sum());
    } catch (RunFailure failure) {
      event = failed(command, failure.reason(), failure.getMessage());
    } catch (IllegalArgumentException e) {
      event = failed(command, "command-refused", e.getMessage());
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      event = failed(command, permanent.reason(), permanent.getMessage());
    }
    events.publish(event);
    context.disk().answered(command);
  }

  private NodeEvent trial(TryRun command) throws SQLException {
    try {
      DataSource source =
          allowed(command.side(), command.dataSource(), command.schema(), command.table());
      return Trial.of(command, source, clock.instant());
    } catch (RunFailure failure) {
      return failed(command, failure.reason(), failure.getMessage());
    } catch (IllegalArgumentException | CryptoFailure e) {
      return failed(command, "command-refused", e.getMessage());
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      return failed(command, permanent.reason(), permanent.getMessage());
    }
  }

  private TrialFailed failed(TryRun command, String reason, String detail) {
    return new TrialFailed(
        TrialFailed.TYPE, clock.instant(), command.trialId(), command.side(), reason, detail);
  }

  /** The channel of change capture whose source is to be summed, else null. */
  private UUID captured(ComputeDigest digest) {
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

  private void tidy() throws InterruptedException {
    while (!closed) {
      for (DataSource source : dataSources.values()) {
        if (source.capture().tables().isEmpty()) {
          continue;
        }
        try {
          Housekeeping.tidy(source);
        } catch (SQLException e) {
          LOG.debugf("node=%s capture is not tidied: %s", code(), e.getMessage());
        }
      }
      Thread.sleep(TIDY);
    }
  }

  private DigestFailed failed(ComputeDigest command, String reason, String detail) {
    return new DigestFailed(
        DigestFailed.TYPE,
        clock.instant(),
        command.reconciliationId(),
        command.runId(),
        command.side(),
        reason,
        detail);
  }

  /** Reports a service's parked rows, as soon as its database can be asked. */
  private void parked(StartRun command) {
    background("parked", () -> reportParked(command.dataSource(), command.serviceId()));
  }

  private void reportParked(String dataSource, UUID serviceId) throws Exception {
    DataSource source = dataSources.get(dataSource);
    List<ParkedGroup> groups = source == null ? null : ParkedReport.of(source, serviceId);
    if (groups != null) {
      events.publish(
          new ParkedRowsReported(ParkedRowsReported.TYPE, clock.instant(), serviceId, groups));
    }
  }

  private ParkedShown show(ShowParked command) throws SQLException {
    SealedText rows = null;
    String reason = null;
    try {
      DataSource source =
          allowed(Side.TARGET, command.dataSource(), command.schema(), command.table());
      if (source.sample().contains(new TableName(command.schema(), command.table()))) {
        rows = ParkedReading.of(source, command, context.keys());
      } else {
        reason = "sample-not-allowed";
      }
    } catch (RunFailure failure) {
      reason = failure.reason();
    } catch (IllegalArgumentException | CryptoFailure e) {
      reason = "command-refused";
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      reason = permanent.reason();
    }
    return new ParkedShown(ParkedShown.TYPE, clock.instant(), command.showingId(), rows, reason);
  }

  private void discard(DiscardParked command) throws Exception {
    try {
      DataSource source =
          allowed(Side.TARGET, command.dataSource(), command.schema(), command.table());
      LOG.infof(
          "node=%s service=%s order=%s discarded=%d",
          code(), command.serviceId(), command.orderId(), ParkedReport.discard(source, command));
    } catch (RunFailure failure) {
      LOG.errorf("node=%s order=%s refused: %s", code(), command.orderId(), failure.getMessage());
    }
    reportParked(command.dataSource(), command.serviceId());
  }

  private interface Task {
    void run() throws Exception;
  }

  /** Runs a task until it succeeds or the node ends. */
  private void background(String name, Task task) {
    Thread thread =
        Thread.ofVirtual()
            .name(name + "-" + code())
            .unstarted(
                () -> {
                  Backoff backoff =
                      new Backoff(
                          context.settings().retryMinimum(), context.settings().retryMaximum());
                  while (!closed) {
                    try {
                      task.run();
                      return;
                    } catch (InterruptedException e) {
                      return;
                    } catch (Exception e) {
                      LOG.debugf("node=%s %s waits: %s", code(), name, e.toString());
                      try {
                        backoff.pause();
                      } catch (InterruptedException interrupted) {
                        return;
                      }
                    }
                  }
                });
    synchronized (threads) {
      threads.removeIf(done -> done.getState() == Thread.State.TERMINATED);
      threads.add(thread);
    }
    thread.start();
  }
}
