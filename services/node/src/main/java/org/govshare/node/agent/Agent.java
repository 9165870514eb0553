package org.govshare.node.agent;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerSettings;
import org.govshare.node.control.LogicalNode;
import org.govshare.node.database.AllowList;
import org.govshare.node.database.DataSource;
import org.govshare.node.lease.CentreTrust;
import org.govshare.node.lease.Leases;
import org.govshare.node.local.LocalSocket;
import org.govshare.node.local.Operator;
import org.govshare.node.run.ByteBudget;
import org.govshare.node.run.EngineSettings;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.ShiftedClock;
import org.govshare.node.state.NodeState;
import org.govshare.node.state.StateDirectory;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.fault.DeathOrder;
import org.govshare.protocol.frame.CipherWarmUp;
import org.jboss.logging.Logger;

/** Starts the logical nodes of the process and ends them with it. */
@ApplicationScoped
class Agent {
  private static final Logger LOG = Logger.getLogger(Agent.class);

  private final AgentConfig config;
  private final Vertx vertx;
  private final FrameMeter meter;
  private final String version;
  private final List<LogicalNode> nodes = new ArrayList<>();
  private StateDirectory state;
  private LocalSocket local;

  Agent(
      AgentConfig config,
      Vertx vertx,
      FrameMeter meter,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.config = config;
    this.vertx = vertx;
    this.meter = meter;
    this.version = version;
  }

  void start(@Observes StartupEvent event) throws IOException, InterruptedException {
    Thread.ofPlatform().daemon().name("cipher-warm-up").start(CipherWarmUp::run);
    config.faults().steps().ifPresent(DeathOrder::obey);
    state = StateDirectory.open(config.state().directory());
    EngineSettings settings = settings();
    ByteBudget budget = new ByteBudget(settings);
    for (Map.Entry<String, AgentConfig.Node> entry : config.nodes().entrySet()) {
      nodes.add(node(entry.getKey(), entry.getValue(), settings, budget));
    }
    for (LogicalNode node : nodes) {
      node.start();
    }
    listen();
    LOG.infof("agent %s runs nodes %s", version, config.nodes().keySet());
  }

  /** What its people decided before holds without the socket too. */
  private void listen() {
    try {
      local = LocalSocket.open(config.state().directory(), new Operator(nodes));
    } catch (IOException | RuntimeException e) {
      LOG.errorf("no commands can be given at this machine: %s", e.toString());
    }
  }

  void stop(@Observes ShutdownEvent event) throws IOException {
    if (local != null) {
      local.close();
    }
    nodes.forEach(LogicalNode::close);
    if (state != null) {
      state.close();
    }
  }

  /** The logical nodes. */
  List<LogicalNode> nodes() {
    return nodes;
  }

  private EngineSettings settings() {
    EngineSettings standard = EngineSettings.standard();
    AgentConfig.Exchange exchange = config.exchange();
    return new EngineSettings(
        exchange.chunkBytes(),
        exchange.window(),
        exchange.byteBudget(),
        exchange.safetyMargin(),
        exchange.progressInterval(),
        exchange.receiptTimeout(),
        standard.retryMinimum(),
        standard.retryMaximum());
  }

  private LogicalNode node(
      String code, AgentConfig.Node node, EngineSettings settings, ByteBudget budget)
      throws IOException {
    Keyring keys = Keyring.loadOrGenerate(node.keys().directory());
    BrokerConnection broker =
        new BrokerConnection(
            vertx,
            new BrokerSettings(
                config.amqp().host(),
                config.amqp().port(),
                node.amqp().username(),
                node.amqp().password()));
    Map<String, DataSource> dataSources = new LinkedHashMap<>();
    node.dataSources().forEach((name, database) -> dataSources.put(name, of(name, database)));
    NodeState disk = state.node(code);
    Clock clock = clock();
    CentreTrust centre = new CentreTrust(code, config.centre().keys().orElse(List.of()), disk);
    Leases leases = new Leases(code, centre, disk, clock, System::nanoTime);
    SessionContext context =
        new SessionContext(code, keys, broker, disk, settings, budget, meter, clock, leases);
    return new LogicalNode(context, dataSources, node.registrationCode(), version, context.clock());
  }

  private Clock clock() {
    Clock truth = Clock.systemUTC();
    return config.faults().clock().<Clock>map(file -> new ShiftedClock(truth, file)).orElse(truth);
  }

  private static DataSource of(String code, AgentConfig.Database database) {
    return new DataSource(
        code,
        database.host(),
        database.port(),
        database.database(),
        database.username(),
        database.password(),
        database.direction(),
        AllowList.of(database.allow().read().orElse(List.of())),
        AllowList.of(database.allow().write().orElse(List.of())),
        database.timeZone().map(ZoneId::of),
        AllowList.of(database.allow().capture().orElse(List.of())),
        AllowList.of(database.allow().sample().orElse(List.of())),
        approvalRequired(code, database.approval()));
  }

  private static boolean approvalRequired(String dataSource, String rule) {
    return switch (rule) {
      case "required" -> true;
      case "none" -> false;
      default ->
          throw new IllegalArgumentException(
              "approval of data source " + dataSource + " is required or none, not " + rule);
    };
  }
}
