package org.govshare.standalone.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govshare.standalone.process.ChildProcess;
import org.govshare.standalone.process.JavaRuntime;
import org.govshare.standalone.process.ProcessSpec;

/** Keycloak as a child process, with its data in PostgreSQL. */
public final class KeycloakServer {

  private static final int HEAP_MEGABYTES = 320;
  private static final int BUILD_HEAP_MEGABYTES = 768;

  private final KeycloakSettings settings;

  public KeycloakServer(KeycloakSettings settings) {
    this.settings = settings;
  }

  /**
   * Fixes Keycloak's build options in an unpacked distribution, which makes each start short. Done
   * once for each distribution; takes about half a minute.
   */
  public static void prepare(Path home) {
    Path mark = home.resolve("govshare-prepared");
    try (FileChannel channel =
            FileChannel.open(
                home.resolve("govshare-preparing"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (Files.exists(mark) && lock.isValid()) {
        return;
      }
      Path log = home.resolve("govshare-prepare.log");
      List<String> command = command(home, BUILD_HEAP_MEGABYTES);
      command.addAll(List.of("build", "--db=postgres"));
      int exit =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("Keycloak's build step failed, see " + log);
      }
      Files.createFile(mark);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare Keycloak: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts Keycloak and does not wait. At the first start on a database it imports the realm. */
  public ChildProcess launch() {
    prepare(settings.home());
    RealmFile.write(
        settings.realm(),
        settings.overlay(),
        settings.home().resolve("data/import/govshare-realm.json"));
    List<String> command = command(settings.home(), HEAP_MEGABYTES);
    command.addAll(
        List.of(
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + settings.port(),
            "--hostname=http://localhost:" + settings.port(),
            "--db-url=" + settings.jdbcUrl(),
            "--db-username=" + settings.databaseUser(),
            "--db-pool-max-size=12"));
    return ChildProcess.start(
        new ProcessSpec(
            "keycloak",
            command,
            Map.of(
                "KC_DB_PASSWORD", settings.databasePassword(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword(),
                "GOVSHARE_PORTAL_URL", settings.portalUrl().toString(),
                "GOVSHARE_PORTAL_CLIENT_SECRET", settings.portalSecret(),
                "GOVSHARE_SW_TAX_SYSTEM_CERTIFICATE", settings.tenantCertificate()),
            settings.home(),
            settings.log(),
            settings.pidFile()));
  }

  /** What the distribution's own start script runs, without a shell that waits beside it. */
  private static List<String> command(Path home, int heapMegabytes) {
    List<String> command =
        new ArrayList<>(
            JavaRuntime.command(
                heapMegabytes,
                "-XX:MaxMetaspaceSize=256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000"));
    command.add("-cp");
    command.add(home.resolve("lib/quarkus-run.jar").toString());
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    return command;
  }
}
