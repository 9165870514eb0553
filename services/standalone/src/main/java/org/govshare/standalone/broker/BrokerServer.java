package org.govshare.standalone.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.standalone.process.ChildProcess;
import org.govshare.standalone.process.JavaRuntime;
import org.govshare.standalone.process.Ports;
import org.govshare.standalone.process.ProcessSpec;

/** The broker as a child process with a virtual machine of its own. */
public final class BrokerServer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int HEAP_MEGABYTES = 384;

  private final BrokerSettings settings;
  private final Path log;
  private final Path pidFile;

  /**
   * Describes a broker; nothing is started yet.
   *
   * @param log file that the broker's messages are appended to
   * @param pidFile file that remembers its process
   */
  public BrokerServer(BrokerSettings settings, Path log, Path pidFile) {
    this.settings = settings;
    this.log = log.toAbsolutePath();
    this.pidFile = pidFile.toAbsolutePath();
  }

  /** Starts the broker, unless it runs, and waits until it accepts connections. */
  public void start() {
    launch();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Ports.accepts(settings.port())) {
      if (!isRunning() || System.nanoTime() > deadline) {
        throw new IllegalStateException("The broker did not start, see " + log);
      }
      pause(100);
    }
  }

  /** Starts the broker, unless it runs, and does not wait. */
  public ChildProcess launch() {
    return process()
        .orElseGet(
            () -> {
              Path file = pidFile.resolveSibling("broker.json");
              settings.writeTo(file);
              return ChildProcess.start(
                  new ProcessSpec(
                      "broker", command(file), Map.of(), pidFile.getParent(), log, pidFile));
            });
  }

  /** Ends the broker in order. */
  public void stop() {
    process().ifPresent(process -> process.stop(Duration.ofSeconds(20)));
  }

  /** Ends the broker at once (SIGKILL); the journal keeps what it had accepted. */
  public void kill() {
    process().ifPresent(ChildProcess::kill);
  }

  public boolean isRunning() {
    return process().isPresent();
  }

  public Optional<Long> pid() {
    return process().map(ChildProcess::pid);
  }

  public int port() {
    return settings.port();
  }

  private Optional<ChildProcess> process() {
    return ChildProcess.find("broker", pidFile);
  }

  private static List<String> command(Path settings) {
    List<String> command =
        new ArrayList<>(
            JavaRuntime.command(
                HEAP_MEGABYTES,
                "-Xms64m",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.log.org.apache.activemq.audit=warn",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
    command.add("-cp");
    command.add(JavaRuntime.classPath());
    command.add(BrokerMain.class.getName());
    command.add(settings.toAbsolutePath().toString());
    return command;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
