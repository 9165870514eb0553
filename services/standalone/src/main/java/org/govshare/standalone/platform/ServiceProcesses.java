package org.govshare.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.standalone.process.JavaRuntime;
import org.govshare.standalone.process.ProcessSpec;

/** How each packaged service is run: its command line and its environment. */
final class ServiceProcesses {

  private final PlatformSettings settings;
  private final Installation installation;
  private final Secrets secrets;

  ServiceProcesses(PlatformSettings settings, Installation installation, Secrets secrets) {
    this.settings = settings;
    this.installation = installation;
    this.secrets = secrets;
  }

  /** A service with a database, an account on the broker, and tokens to check. */
  ProcessSpec service(Listener listener) {
    String name = listener.label();
    Map<String, String> environment = web(listener);
    environment.putAll(database(name));
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm().toString());
    environment.put("AMQP_HOST", "127.0.0.1");
    environment.put("AMQP_PORT", Integer.toString(settings.port(Listener.AMQP)));
    environment.put("AMQP_USERNAME", name);
    environment.put("AMQP_PASSWORD", secrets.password("broker." + name));
    if (listener == Listener.CATALOG) {
      addresses().forEach((variable, address) -> unlessSet(environment, variable, address));
      // Its demo accounts have one publisher, who sends a catalogue and takes it over.
      unlessSet(environment, "GOVSHARE_IMPORTS_FOUR_EYES_ENABLED", "false");
    }
    if (listener == Listener.EXCHANGE) {
      environment.put(
          "GOVSHARE_EXCHANGE_SIGNING_KEY_FILE", CentreKey.in(settings.data()).file().toString());
    }
    return process(listener, name, 192, environment, "-XX:TieredStopAtLevel=1");
  }

  /** What the catalogue's e-mails and public catalogue link to. */
  private Map<String, String> addresses() {
    String portal = settings.url(Listener.PORTAL).toString();
    return Map.of(
        "PORTAL_URL",
        portal,
        "GOVSHARE_DCAT_PORTAL_URL",
        portal,
        "GOVSHARE_DCAT_BASE_URL",
        settings.url(Listener.CATALOG) + "/api/catalog/v1/public/dcat");
  }

  /** A service sees the environment of this process too: what is set there is left alone. */
  private static void unlessSet(Map<String, String> environment, String variable, String value) {
    if (System.getenv(variable) == null) {
      environment.put(variable, value);
    }
  }

  ProcessSpec portal() {
    Map<String, String> environment = web(Listener.PORTAL);
    environment.putAll(database("portal"));
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm().toString());
    environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.password("portal.client"));
    environment.put("GOVSHARE_PORTAL_SESSION_KEY", secrets.key("portal.session"));
    environment.put("GOVSHARE_PORTAL_CATALOG_URL", settings.url(Listener.CATALOG).toString());
    environment.put("GOVSHARE_PORTAL_EXCHANGE_URL", settings.url(Listener.EXCHANGE).toString());
    environment.put("GOVSHARE_PORTAL_MONITORING_URL", settings.url(Listener.MONITORING).toString());
    return process(Listener.PORTAL, "portal", 160, environment, "-XX:TieredStopAtLevel=1");
  }

  /** An agent; its nodes and their databases are in its configuration file. */
  ProcessSpec agent(Listener listener) {
    Path configuration = settings.data().resolve("config").resolve(listener.label() + ".yaml");
    AgentConfiguration.write(configuration, listener, settings, secrets);
    Map<String, String> environment = web(listener);
    environment.put("GOVSHARE_NODE_CONFIG", configuration.toString());
    return process(listener, "node", 256, environment, "-XX:MaxDirectMemorySize=128m");
  }

  private Map<String, String> web(Listener listener) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(listener)));
    return environment;
  }

  private Map<String, String> database(String name) {
    String address = "://127.0.0.1:" + settings.port(Listener.POSTGRES) + "/" + name;
    return Map.of(
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        "postgresql" + address,
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql" + address,
        "QUARKUS_DATASOURCE_USERNAME",
        name,
        "QUARKUS_DATASOURCE_PASSWORD",
        secrets.password("database." + name));
  }

  private ProcessSpec process(
      Listener listener,
      String module,
      int heapMegabytes,
      Map<String, String> environment,
      String... options) {
    List<String> command = new ArrayList<>(JavaRuntime.command(heapMegabytes, options));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-jar");
    command.add(installation.program(module).toString());
    return new ProcessSpec(
        listener.label(),
        command,
        environment,
        settings.data(),
        settings.log(listener.label()),
        settings.pidFile(listener.label()));
  }
}
