package org.govshare.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process in a session of its own, so that neither Ctrl-C in the launcher's terminal nor the end
 * of the launcher ends it. Its pid file holds the pid and the moment it was started: a pid that the
 * system has given to another program since is not mistaken for it.
 */
public final class ChildProcess {

  private final String name;
  private final ProcessHandle handle;
  private final Path pidFile;

  private ChildProcess(String name, ProcessHandle handle, Path pidFile) {
    this.name = name;
    this.handle = handle;
    this.pidFile = pidFile;
  }

  /**
   * Starts the process and writes its pid file.
   *
   * @throws UncheckedIOException if the program cannot be run
   */
  public static ChildProcess start(ProcessSpec spec) {
    try {
      Files.createDirectories(spec.log().toAbsolutePath().getParent());
      Files.createDirectories(spec.pidFile().toAbsolutePath().getParent());
      List<String> command = new ArrayList<>();
      command.add("setsid");
      command.addAll(spec.command());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(spec.directory().toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
      builder.environment().putAll(spec.environment());
      ProcessHandle handle = builder.start().toHandle();
      Files.writeString(spec.pidFile(), handle.pid() + " " + startMillis(handle) + "\n");
      return new ChildProcess(spec.name(), handle, spec.pidFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  /** Finds the living process that a pid file speaks of. */
  public static Optional<ChildProcess> find(String name, Path pidFile) {
    String[] parts;
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      parts = Files.readString(pidFile, StandardCharsets.UTF_8).strip().split(" ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (parts.length != 2) {
      return Optional.empty();
    }
    long started = Long.parseLong(parts[1]);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(found -> startMillis(found) == started)
        .filter(ChildProcess::runs)
        .map(found -> new ChildProcess(name, found, pidFile));
  }

  public String name() {
    return name;
  }

  public long pid() {
    return handle.pid();
  }

  public boolean isAlive() {
    return runs(handle);
  }

  /** Asks the process to end (SIGTERM) and kills it if it has not ended within the patience. */
  public void stop(Duration patience) {
    handle.destroy();
    if (!awaitEnd(patience)) {
      kill();
    }
    forget();
  }

  /** Ends the process and all its children at once (SIGKILL), as a power cut would. */
  public void kill() {
    try (Stream<ProcessHandle> children = handle.descendants()) {
      List<ProcessHandle> all = new ArrayList<>(children.toList());
      handle.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
    }
    awaitEnd(Duration.ofSeconds(10));
    forget();
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean awaitEnd(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isAlive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(50);
    }
    return true;
  }

  private static boolean runs(ProcessHandle handle) {
    return handle.isAlive() && !isZombie(handle.pid());
  }

  /**
   * Whether the process has ended and only waits for a parent that does not collect it. Its first
   * thread may have ended before the others, which still hold its sockets open.
   */
  private static boolean isZombie(long pid) {
    Path process = Path.of("/proc/" + pid);
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      String stat = Files.readString(process.resolve("stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z' && threads.count() <= 1;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static long startMillis(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a process", e);
    }
  }
}
