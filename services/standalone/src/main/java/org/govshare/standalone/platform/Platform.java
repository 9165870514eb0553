package org.govshare.standalone.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.standalone.broker.BrokerServer;
import org.govshare.standalone.broker.BrokerSettings;
import org.govshare.standalone.demodata.DemoData;
import org.govshare.standalone.keycloak.KeycloakServer;
import org.govshare.standalone.keycloak.KeycloakSettings;
import org.govshare.standalone.keycloak.PortalClient;
import org.govshare.standalone.keycloak.TenantCertificate;
import org.govshare.standalone.process.ChildProcess;
import org.govshare.standalone.process.Ports;

/**
 * The whole platform on this machine, each part a process of its own that outlives the launcher.
 * Starting starts what does not run yet, so it may be called at any time.
 */
public final class Platform {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final PlatformSettings settings;
  private final Installation installation;
  private final Secrets secrets;
  private final Databases databases;
  private final BrokerServer broker;
  private final Component keycloak;
  private final List<Component> services;
  private final List<Component> agents;
  private final PrintStream out;

  /**
   * Describes a platform; nothing is started yet.
   *
   * @param out where progress is told, one line for each component
   */
  public Platform(PlatformSettings settings, Installation installation, PrintStream out) {
    this.settings = settings;
    this.installation = installation;
    this.out = out;
    this.secrets = Secrets.in(settings.data());
    this.databases = new Databases(settings, installation, secrets);
    this.broker =
        new BrokerServer(brokerSettings(), settings.log("amqp"), settings.pidFile("amqp"));
    ServiceProcesses processes = new ServiceProcesses(settings, installation, secrets);
    this.keycloak =
        new Component(
            Listener.KEYCLOAK,
            settings,
            "/realms/govshare",
            () -> new KeycloakServer(keycloakSettings()).launch());
    this.services = new ArrayList<>();
    for (Listener service : List.of(Listener.CATALOG, Listener.EXCHANGE, Listener.MONITORING)) {
      services.add(
          new Component(
              service,
              settings,
              "/q/health/ready",
              () -> ChildProcess.start(processes.service(service))));
    }
    services.add(
        new Component(
            Listener.PORTAL,
            settings,
            "/q/health/ready",
            () -> ChildProcess.start(processes.portal())));
    this.agents =
        Stream.of(Listener.NODE_A, Listener.NODE_B)
            .map(
                agent ->
                    new Component(
                        agent,
                        settings,
                        "/q/health/ready",
                        () -> ChildProcess.start(processes.agent(agent))))
            .toList();
  }

  public PlatformSettings settings() {
    return settings;
  }

  /** The platform's databases, for tools that compare both ends of an exchange. */
  public Databases databases() {
    return databases;
  }

  /** Whether every part runs. */
  public boolean isRunning() {
    return status().values().stream().allMatch(pid -> pid > 0);
  }

  /** Whether any part runs. */
  public boolean isAnyRunning() {
    return status().values().stream().anyMatch(pid -> pid > 0);
  }

  /** The process id of every part by name, 0 for one that does not run. */
  public Map<String, Long> status() {
    Map<String, Long> status = new LinkedHashMap<>();
    status.put(Listener.POSTGRES.label(), databases.server().pid().orElse(0L));
    status.put(Listener.AMQP.label(), broker.pid().orElse(0L));
    for (Component component : components()) {
      status.put(component.name(), component.process().map(ChildProcess::pid).orElse(0L));
    }
    return status;
  }

  /**
   * Starts what does not run and returns when every part is ready. If a part fails, those that this
   * call started are stopped again.
   *
   * @throws StartFailure naming the part that failed, with its log, or the ports that are taken
   */
  public void start() {
    try (FileChannel channel =
            FileChannel.open(
                settings.data().resolve("launcher.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new StartFailure(
            "Another launcher is just starting this platform (" + settings.data() + ")");
      }
      startLocked();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startLocked() {
    Map<String, Long> before = status();
    RecordedPorts recorded = new RecordedPorts(settings);
    if (isAnyRunning() && !recorded.match()) {
      throw new StartFailure("The platform runs on other ports: stop it first (make stop)");
    }
    if (before.values().stream().allMatch(pid -> pid > 0)) {
      return;
    }
    requireFreePorts(before);
    recorded.write();
    long begin = System.nanoTime();
    try {
      startMissing(begin, before);
    } catch (RuntimeException e) {
      Set<String> ours = new LinkedHashSet<>();
      before.forEach(
          (name, pid) -> {
            if (pid == 0) {
              ours.add(name);
            }
          });
      stop(ours);
      throw e;
    }
  }

  private void startMissing(long begin, Map<String, Long> before) {
    KeycloakServer.prepare(installation.keycloak());
    broker.launch();
    try {
      databases.server().start();
      databases.create();
    } catch (IllegalStateException | SQLException e) {
      throw StartFailure.of("postgres", "failed: " + e.getMessage(), settings.log("postgres"));
    }
    told(Listener.POSTGRES.label(), begin, before);
    CompletableFuture<Void> data = CompletableFuture.runAsync(() -> loadDemoData(begin));
    keycloak.launch();
    services.forEach(Component::launch);
    try {
      data.join();
    } catch (CompletionException e) {
      throw new StartFailure("The demo data could not be loaded: " + e.getCause());
    }
    // Only now: an agent tells the centre at its start which tables there are.
    agents.forEach(Component::launch);
    awaitReady(begin, before);
  }

  private void loadDemoData(long begin) {
    boolean loaded = new DemoData(databases::open).load();
    if (loaded) {
      told("demo data", begin, Map.of());
    }
  }

  private void awaitReady(long begin, Map<String, Long> before) {
    try {
      broker.start();
    } catch (IllegalStateException e) {
      throw StartFailure.of("amqp", "failed", settings.log("amqp"));
    }
    told(Listener.AMQP.label(), begin, before);
    List<Component> waiting = new ArrayList<>(components());
    while (!waiting.isEmpty()) {
      for (Component component : List.copyOf(waiting)) {
        if (component.isReady()) {
          told(component.name(), begin, before);
          waiting.remove(component);
        } else if (!component.isRunning()) {
          throw StartFailure.of(component.name(), "ended while starting", component.log());
        }
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        Component first = waiting.getFirst();
        throw StartFailure.of(
            first.name(), "was not ready within " + PATIENCE.toSeconds() + " s", first.log());
      }
      pause();
    }
    new PortalClient(settings.url(Listener.KEYCLOAK), secrets.password("keycloak.admin"))
        .moveTo(settings.url(Listener.PORTAL));
  }

  /** Ends every part in order: first those that use others. */
  public void stop() {
    stop(status().keySet());
  }

  private void stop(Set<String> names) {
    Stream.concat(agents.stream(), services.stream())
        .filter(component -> names.contains(component.name()))
        .parallel()
        .forEach(Component::stop);
    if (names.contains(keycloak.name())) {
      keycloak.stop();
    }
    if (names.contains(Listener.AMQP.label())) {
      broker.stop();
    }
    if (names.contains(Listener.POSTGRES.label())) {
      databases.server().stop();
    }
  }

  private void requireFreePorts(Map<String, Long> status) {
    List<String> taken = new ArrayList<>();
    for (Listener listener : Listener.values()) {
      if (status.get(listener.label()) == 0 && !Ports.isFree(settings.port(listener))) {
        taken.add(
            settings.port(listener)
                + " ("
                + listener.label()
                + "; move it with "
                + listener.variable()
                + ")");
      }
    }
    if (!taken.isEmpty()) {
      throw new StartFailure("Taken by another program: port " + String.join(", port ", taken));
    }
  }

  private List<Component> components() {
    List<Component> all = new ArrayList<>();
    all.add(keycloak);
    all.addAll(services);
    all.addAll(agents);
    return all;
  }

  private BrokerSettings brokerSettings() {
    return new BrokerSettings(
        settings.port(Listener.AMQP),
        settings.data().resolve("broker").toString(),
        DemoNode.codes(),
        BrokerSettings.accounts(DemoNode.codes()).stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), account -> secrets.password("broker." + account))));
  }

  private KeycloakSettings keycloakSettings() {
    return new KeycloakSettings(
        installation.keycloak(),
        installation.realm(),
        installation.realmOverlay(),
        settings.port(Listener.KEYCLOAK),
        databases.server().jdbcUrl("keycloak"),
        "keycloak",
        databases.password("keycloak"),
        secrets.password("keycloak.admin"),
        settings.url(Listener.PORTAL),
        secrets.password("portal.client"),
        TenantCertificate.in(
            settings.tenantKeyStore(), "sw-tax-system", secrets.password("tenant.sw-tax-system")),
        settings.log(Listener.KEYCLOAK.label()),
        settings.pidFile(Listener.KEYCLOAK.label()));
  }

  private void told(String name, long begin, Map<String, Long> before) {
    if (before.getOrDefault(name, 0L) > 0) {
      return;
    }
    out.printf("  %-12s ready  %5.1f s%n", name, (System.nanoTime() - begin) / 1e9);
    out.flush();
  }

  /** Deletes the data directory; the platform must not run. */
  public void deleteData() {
    if (isAnyRunning()) {
      throw new StartFailure("The platform runs: stop it first (make stop)");
    }
    deleteTree(settings.data());
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + root + ": " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
