package org.govshare.standalone.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.govshare.standalone.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path directory;
  private PostgresServer server;

  @BeforeEach
  void start() throws SQLException {
    server = server(Ports.anyFree());
    server.start();
    server.createUser("gs", "one' \\ password");
    server.createDatabase("gs", "gs");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void flushesCommitsToDisk() throws SQLException {
    assertEquals("on", show("fsync"));
    assertEquals("on", show("synchronous_commit"));
    assertEquals("on", show("full_page_writes"));
  }

  @Test
  void checksPasswords() throws SQLException {
    DriverManager.getConnection(server.jdbcUrl("gs"), "gs", "one' \\ password").close();

    assertThrows(
        SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl("gs"), "gs", "two"));
  }

  @Test
  void keepsOthersOutOfADatabase() throws SQLException {
    server.createUser("mz", "mz");

    assertThrows(
        SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl("gs"), "mz", "mz"));
  }

  @Test
  void keepsWhatWasCommittedBeforeAHardKill() throws SQLException {
    try (Connection connection = server.connect("gs");
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (n int)");
      statement.execute("insert into t select generate_series(1, 1000)");
      server.kill();
    }
    assertFalse(server.isRunning());

    server.start();

    assertEquals("1000", query("gs", "select count(*) from t"));
  }

  @Test
  void takesOverAServerThatOutlivedItsLauncher() {
    long pid = server.pid().orElseThrow();

    PostgresServer next = server(server.port());
    next.start();

    assertEquals(pid, next.pid().orElseThrow());
  }

  @Test
  void replacesAnOrphanOnAnotherPort() throws SQLException {
    long pid = server.pid().orElseThrow();

    server = server(Ports.anyFree());
    server.start();

    assertTrue(server.pid().orElseThrow() != pid);
    assertEquals(Integer.toString(server.port()), show("port"));
  }

  private String show(String setting) throws SQLException {
    return query("postgres", "show " + setting);
  }

  private String query(String database, String query) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertTrue(result.next());
      return result.getString(1);
    }
  }

  private PostgresServer server(int port) {
    return new PostgresServer(
        new PostgresSettings(
            Path.of("target/postgresql"),
            directory.resolve("data"),
            port,
            "superuser",
            directory.resolve("postgresql.log"),
            Map.of()));
  }
}
