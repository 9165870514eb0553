package org.govshare.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.standalone.process.ChildProcess;
import org.govshare.standalone.process.ProcessSpec;

/**
 * A PostgreSQL server on this machine. Commits are flushed to disk and passwords are checked
 * (SCRAM), so that what is tried here holds elsewhere.
 *
 * <p>A server that outlived its launcher is found by its data directory's own {@code
 * postmaster.pid}: {@link #start} takes it over if it listens on the wanted port, and ends it
 * otherwise. It never attaches to a server of another data directory.
 */
public final class PostgresServer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresSettings settings;

  public PostgresServer(PostgresSettings settings) {
    this.settings = settings;
  }

  /** Creates the data directory if need be, starts the server and waits until it answers. */
  public void start() {
    Optional<Long> orphan = pid();
    if (orphan.isPresent()) {
      if (answers()) {
        return;
      }
      stop();
    }
    PostgresBinaries binaries = PostgresBinaries.in(settings.binaries());
    if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
      createDataDirectory(binaries);
    }
    writeConfiguration();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ChildProcess process = launch(binaries);
    while (!answers()) {
      if (!process.isAlive()) {
        // After a hard kill the old server's children need a moment to let go of its memory.
        if (System.nanoTime() > deadline || !logEndsWithSharedMemoryInUse()) {
          throw new IllegalStateException("PostgreSQL did not start, see " + settings.log());
        }
        pause(500);
        process = launch(binaries);
      }
      if (System.nanoTime() > deadline) {
        process.stop(Duration.ofSeconds(5));
        throw new IllegalStateException(
            "PostgreSQL did not answer within "
                + PATIENCE.toSeconds()
                + " s, see "
                + settings.log());
      }
      pause(100);
    }
  }

  /** Ends the server in order: open transactions are rolled back, everything is written. */
  public void stop() {
    Optional<Long> pid = pid();
    if (pid.isEmpty()) {
      return;
    }
    signal("INT", pid.get());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (pid().isPresent()) {
      if (System.nanoTime() > deadline) {
        kill();
        return;
      }
      pause(50);
    }
  }

  /** Ends the server and all its children at once (SIGKILL), as a power cut would. */
  public void kill() {
    Optional<ProcessHandle> server = pid().flatMap(ProcessHandle::of);
    if (server.isEmpty()) {
      return;
    }
    try (Stream<ProcessHandle> children = server.get().descendants()) {
      List<ProcessHandle> all = new ArrayList<>(children.toList());
      server.get().destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
      all.add(server.get());
      while (all.stream().anyMatch(ProcessHandle::isAlive) && pid().isPresent()) {
        pause(20);
      }
    }
  }

  /** The server's process id, if a server runs on this data directory. */
  public Optional<Long> pid() {
    Path file = settings.data().resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || lines.getFirst().isBlank()) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.getFirst().strip());
      Path process = Path.of("/proc/" + pid);
      boolean runs =
          Files.exists(process)
              && Files.readString(process.resolve("comm")).startsWith("postgres")
              && Files.isSameFile(process.resolve("cwd"), settings.data());
      return runs ? Optional.of(pid) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public boolean isRunning() {
    return pid().isPresent();
  }

  public int port() {
    return settings.port();
  }

  /** JDBC address of one of the server's databases. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
  }

  /** Opens a connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), "postgres", settings.password());
  }

  /** Creates a role that may log in, or gives an existing one this password. */
  public void createUser(String user, String password) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean exists = exists(connection, "select 1 from pg_roles where rolname = ?", user);
      statement.execute(
          (exists ? "alter role " : "create role ")
              + statement.enquoteIdentifier(user, true)
              + " login password "
              + statement.enquoteLiteral(password));
    }
  }

  /** Creates a database that belongs to the user, unless it exists. Nobody else may connect. */
  public void createDatabase(String database, String owner) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      if (exists(connection, "select 1 from pg_database where datname = ?", database)) {
        return;
      }
      String name = statement.enquoteIdentifier(database, true);
      statement.execute(
          "create database " + name + " owner " + statement.enquoteIdentifier(owner, true));
      statement.execute("revoke connect on database " + name + " from public");
    }
  }

  private static boolean exists(Connection connection, String query, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      return statement.executeQuery().next();
    }
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return pid().isPresent() && connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private ChildProcess launch(PostgresBinaries binaries) {
    return ChildProcess.start(
        new ProcessSpec(
            "PostgreSQL",
            binaries.command("postgres", "-D", settings.data().toString()),
            Map.of("TZ", "UTC"),
            settings.data(),
            settings.log(),
            settings.data().resolveSibling(settings.data().getFileName() + ".pid")));
  }

  private void createDataDirectory(PostgresBinaries binaries) {
    Path passwordFile = null;
    try {
      Files.createDirectories(settings.data());
      Files.createDirectories(settings.log().getParent());
      passwordFile =
          Files.createTempFile(
              settings.data().getParent(),
              "password-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, settings.password());
      Process initdb =
          new ProcessBuilder(
                  binaries.command(
                      "initdb",
                      "--pgdata=" + settings.data(),
                      "--username=postgres",
                      "--auth=scram-sha-256",
                      "--pwfile=" + passwordFile,
                      "--encoding=UTF8",
                      "--no-locale",
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
              .start();
      if (initdb.waitFor() != 0) {
        throw new IllegalStateException("initdb failed, see " + settings.log());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      deleteQuietly(passwordFile);
    }
  }

  private void writeConfiguration() {
    StringBuilder text = new StringBuilder("# Written anew at every start.\n");
    settings
        .effective()
        .forEach((key, value) -> text.append(key).append(" = '").append(value).append("'\n"));
    try {
      Files.writeString(settings.data().resolve("postgresql.auto.conf"), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean logEndsWithSharedMemoryInUse() {
    try {
      List<String> lines = Files.readAllLines(settings.log());
      return lines.subList(Math.max(0, lines.size() - 6), lines.size()).stream()
          .anyMatch(
              line -> line.contains("shared memory block") || line.contains("postmaster.pid"));
    } catch (IOException e) {
      return false;
    }
  }

  private static void signal(String signal, long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
