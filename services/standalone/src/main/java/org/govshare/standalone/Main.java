package org.govshare.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.govshare.standalone.demo.Demo;
import org.govshare.standalone.demo.DemoFailure;
import org.govshare.standalone.keycloak.KeycloakServer;
import org.govshare.standalone.platform.Installation;
import org.govshare.standalone.platform.Listener;
import org.govshare.standalone.platform.Platform;
import org.govshare.standalone.platform.PlatformSettings;
import org.govshare.standalone.platform.StartFailure;
import org.govshare.standalone.provision.Provisioning;

/** The command line of the platform on one machine. */
public final class Main {

  private static final PrintStream OUT = System.out;

  private Main() {}

  /**
   * Runs one command and ends with 0 if it succeeded.
   *
   * @param arguments one of run, start, stop, status, demo, clean-data, prepare
   */
  public static void main(String[] arguments) {
    String command = arguments.length == 1 ? arguments[0] : "help";
    try {
      Installation installation = Installation.around(Path.of(""));
      if ("prepare".equals(command)) {
        KeycloakServer.prepare(installation.keycloak());
        return;
      }
      Platform platform =
          new Platform(PlatformSettings.of(System.getenv(), installation), installation, OUT);
      System.exit(execute(command, platform));
    } catch (StartFailure | DemoFailure | IllegalStateException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int execute(String command, Platform platform) {
    return switch (command) {
      case "run" -> run(platform);
      case "start" -> {
        start(platform);
        yield 0;
      }
      case "stop" -> {
        platform.stop();
        OUT.println("The platform is stopped; its data stay in " + platform.settings().data());
        yield 0;
      }
      case "status" -> {
        status(platform);
        yield 0;
      }
      case "demo" -> {
        start(platform);
        new Demo(platform, OUT).run();
        tellAddresses(platform);
        yield 0;
      }
      case "clean-data" -> {
        platform.deleteData();
        OUT.println("Deleted " + platform.settings().data());
        yield 0;
      }
      default -> {
        System.err.println("usage: run | start | stop | status | demo | clean-data | prepare");
        yield 2;
      }
    };
  }

  private static void start(Platform platform) {
    if (!platform.isRunning()) {
      OUT.println("Starting the platform (data and logs in " + platform.settings().data() + ")");
    }
    platform.start();
    new Provisioning(platform, OUT).run();
    OUT.println("The platform is ready: " + platform.settings().url(Listener.PORTAL));
  }

  private static int run(Platform platform) {
    // Registered first: Ctrl-C while starting must stop what has been started by then.
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  OUT.println("Stopping the platform");
                  platform.stop();
                }));
    start(platform);
    tellAddresses(platform);
    OUT.println("Ctrl-C stops everything.");
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static void status(Platform platform) {
    platform
        .status()
        .forEach(
            (name, pid) ->
                OUT.printf("  %-12s %s%n", name, pid == 0 ? "stopped" : "running, pid " + pid));
  }

  private static void tellAddresses(Platform platform) {
    PlatformSettings settings = platform.settings();
    OUT.println();
    OUT.println("Portal      " + settings.url(Listener.PORTAL));
    OUT.println("Catalogue   " + settings.url(Listener.CATALOG) + "/api/catalog/v1");
    OUT.println("Exchange    " + settings.url(Listener.EXCHANGE) + "/api/exchange/v1");
    OUT.println("Monitoring  " + settings.url(Listener.MONITORING) + "/api/monitoring/v1");
    OUT.println("Keycloak    " + settings.realm());
    OUT.println("AMQP        localhost:" + settings.port(Listener.AMQP));
    OUT.println("PostgreSQL  localhost:" + settings.port(Listener.POSTGRES));
    OUT.println("Accounts    gs-editor gs-reviewer gs-node mz-editor mz-reviewer sw-editor");
    OUT.println("            sw-requester publisher sharing designer operator monitor");
    OUT.println("            sysadmin secadmin auditor; password of all: Govshare-Demo-1");
    OUT.println("Tenant key  " + settings.tenantKeyStore() + " (client sw-tax-system)");
  }
}
