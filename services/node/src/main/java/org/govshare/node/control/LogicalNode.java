package org.govshare.node.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.capture.Housekeeping;
import org.govshare.node.database.DataSource;
import org.govshare.node.guard.Gate;
import org.govshare.node.lease.Orders;
import org.govshare.node.run.SessionContext;
import org.govshare.node.source.SourceSession;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.CentreKeys;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.KeysTaken;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.NodeHeartbeat;
import org.govshare.protocol.control.NodeStarted;
import org.govshare.protocol.control.ReceiptHead;
import org.govshare.protocol.control.RenewLease;
import org.govshare.protocol.control.ReportRun;
import org.govshare.protocol.control.RunStandsBy;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TryRun;
import org.jboss.logging.Logger;

/**
 * One department's node within the process: its identity, its data sources, its part in runs. It
 * obeys the centre only within its own allow-lists.
 */
public final class LogicalNode implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogicalNode.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration TIDY = Duration.ofHours(1);
  private static final Duration NOTE_LEASES = Duration.ofMinutes(1);

  private final SessionContext context;
  private final OpenTables tables;
  private final Optional<String> registrationCode;
  private final String agentVersion;
  private final Clock clock;
  private final Events events;
  private final RunReports reports;
  private final CommandReceiver commands;
  private final Background background;
  private final TableAnswers answers;
  private final NodeRuns runs;
  private final Gate gate;
  private final Heads heads;
  private final Orders orders;
  private final KeyChange keyChange;

  /**
   * A node that does nothing before {@link #start}.
   *
   * @throws IOException if what its department decided cannot be read
   */
  public LogicalNode(
      SessionContext context,
      Map<String, DataSource> dataSources,
      Optional<String> registrationCode,
      String agentVersion,
      Clock clock)
      throws IOException {
    this.context = context;
    this.tables = new OpenTables(context.node(), dataSources);
    this.registrationCode = registrationCode;
    this.agentVersion = agentVersion;
    this.clock = clock;
    this.events = new Events(context.node(), context.keys(), context.broker());
    this.background = new Background(context.node(), context.settings());
    this.gate = new Gate(context, dataSources);
    this.answers = new TableAnswers(context, tables, events, gate, clock);
    this.reports =
        new RunReports(
            context.node(), events, context.settings().progressInterval(), clock, this::parked);
    this.runs = new NodeRuns(context, tables, reports, background, answers, gate, this::standsBy);
    this.gate.listen(runs::lookAgain);
    this.heads = new Heads(context);
    this.keyChange = new KeyChange(context, events, background, clock, runs::reopen);
    this.orders = context.leases().orders();
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

  /** What its own department decides. */
  public Gate gate() {
    return gate;
  }

  /**
   * Makes new keys, which take the others' place once the centre knows them.
   *
   * @return fingerprint of the new signing key
   */
  public String rotate() throws IOException {
    return keyChange.begin();
  }

  /** The runs that read here. */
  public List<SourceSession> sources() {
    return runs.sources();
  }

  /** Takes up what it was doing when it last ended, and listens to the centre. */
  public void start() throws IOException {
    runs.resume();
    reports.start();
    commands.start();
    background.run("start", this::announce);
    keyChange.resume();
    background.run("heartbeat", this::beat);
    background.run("tidy", this::tidy);
    WithheldReports withheld = new WithheldReports(gate, events, clock);
    background.run("withheld", () -> withheld.tell(background::closed));
    background.run("leases", this::keepLeases);
    for (ComputeDigest digest : context.disk().digests()) {
      background.run("digest", () -> answers.digest(digest, runs.captured(digest)));
    }
  }

  @Override
  public void close() {
    commands.close();
    runs.close();
    reports.close();
    background.close();
    context.broker().close();
  }

  // ---- commands

  private void command(String type, JsonNode payload) throws IOException {
    try {
      Orders.Opened opened = orders.open(type, payload);
      if (opened.refused() == null) {
        carryOut(opened.type(), opened.payload());
      } else {
        refuse(opened);
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException | Orders.Unreadable e) {
      LOG.errorf("node=%s refused a malformed %s: %s", code(), type, e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      // It would fail the same way each time and keep all later commands from being heard.
      LOG.errorf(e, "node=%s could not carry out %s", code(), type);
    }
  }

  private void refuse(Orders.Opened opened) throws IOException {
    LOG.errorf(
        "node=%s command=%s refused reason=%s detail=%s",
        code(), opened.type(), opened.refused().reason(), opened.refused().getMessage());
    NodeEvent answer = Refusals.answer(opened, clock.instant());
    if (answer != null) {
      background.run("refusal", () -> events.publish(answer));
    }
  }

  private void carryOut(String type, JsonNode payload) throws IOException {
    switch (type) {
      case "StartRun" -> runs.start(Json.read(payload, StartRun.class));
      case "StopRun" -> runs.stop(Json.read(payload, StopRun.class));
      case "ComputeDigest" -> {
        ComputeDigest digest = Json.read(payload, ComputeDigest.class);
        context.disk().save(digest);
        background.run("digest", () -> answers.digest(digest, runs.captured(digest)));
      }
      case "TryRun" -> {
        TryRun trial = Json.read(payload, TryRun.class);
        background.run("trial", () -> events.publish(answers.trial(trial)));
      }
      case "RenewLease" -> runs.renew(Json.read(payload, RenewLease.class));
      case "ReceiptHead" -> heads.take(Json.read(payload, ReceiptHead.class));
      case "CentreKeys" ->
          context
              .leases()
              .centre()
              .takenIn(Json.read(payload, CentreKeys.class).keys(), registrationCode);
      case "KeysTaken" -> keyChange.taken(Json.read(payload, KeysTaken.class));
      case "ReportRun" -> runs.report(Json.read(payload, ReportRun.class));
      case "DiscardParked" -> {
        DiscardParked discard = Json.read(payload, DiscardParked.class);
        background.run("discard", () -> answers.discard(discard));
      }
      case "ShowParked" -> {
        ShowParked showing = Json.read(payload, ShowParked.class);
        background.run("showing", () -> events.publish(answers.show(showing)));
      }
      case "SealParked" -> {
        SealParked sealing = Json.read(payload, SealParked.class);
        background.run("sealing", () -> events.publish(answers.seal(sealing)));
      }
      case "ReportInventory" -> background.run("inventory", inventory());
      default -> LOG.errorf("node=%s does not know command %s", code(), type);
    }
  }

  // ---- background

  private void announce() throws Exception {
    if (registrationCode.isPresent()) {
      Enrolment.ask(context, events, registrationCode.get(), clock.instant());
    }
    events.publish(NodeStarted.of(clock.instant(), agentVersion));
    background.run("inventory", inventory());
  }

  private InventoryReport inventory() {
    return new InventoryReport(code(), tables, events, clock);
  }

  /** Reports a service's parked rows, as soon as its database can be asked. */
  private void parked(StartRun command) {
    background.run("parked", () -> answers.reportParked(command.dataSource(), command.serviceId()));
  }

  /** Tells the centre, as soon as it can be reached. */
  private void standsBy(StartRun command, String reason) {
    RunStandsBy event =
        new RunStandsBy(
            RunStandsBy.TYPE,
            clock.instant(),
            command.runId(),
            command.channelId(),
            command.side(),
            reason);
    background.run("lease", () -> events.publish(event));
  }

  private void keepLeases() throws InterruptedException {
    long noted = System.nanoTime();
    while (!background.closed()) {
      try {
        runs.keepLeases();
        if (System.nanoTime() - noted > NOTE_LEASES.toNanos()) {
          runs.noteLeases();
          noted = System.nanoTime();
        }
      } catch (IOException | RuntimeException e) {
        LOG.warnf("node=%s leases were not looked after: %s", code(), e.toString());
      }
      Thread.sleep(context.settings().retryMinimum());
    }
  }

  private void beat() throws InterruptedException {
    while (!background.closed()) {
      try {
        events.telemetry(NodeHeartbeat.of(code(), agentVersion, clock.instant()));
      } catch (BrokerUnavailable e) {
        LOG.debugf("node=%s heartbeat waits: %s", code(), e.getMessage());
      }
      Thread.sleep(HEARTBEAT);
    }
  }

  private void tidy() throws InterruptedException {
    while (!background.closed()) {
      for (DataSource source : tables.dataSources()) {
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
}
