package org.govshare.node.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The engine's own tables in a target database, schema {@code govshare}. Each change is a script
 * that runs once; agents that start together wait for each other.
 */
final class StateSchema {
  private static final long LOCK = 0x676f7673_68617265L;
  private static final List<String> SCRIPTS =
      List.of(
          "1__channels.sql",
          "2__replicas.sql",
          "3__parked_rows.sql",
          "4__replica_channel.sql",
          "5__replica_lanes.sql",
          "6__shadows.sql");

  private StateSchema() {}

  /** Brings the schema up to date, on a connection without autocommit. */
  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (version(statement) < SCRIPTS.size()) {
        statement.execute("SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
        statement.execute("CREATE SCHEMA IF NOT EXISTS govshare");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS govshare.schema_version"
                + " (version int PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");
        for (int version = version(statement); version < SCRIPTS.size(); version++) {
          statement.execute(script(SCRIPTS.get(version)));
          statement.execute(
              "INSERT INTO govshare.schema_version (version) VALUES (" + (version + 1) + ")");
        }
      }
    }
    connection.commit();
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT pg_catalog.to_regclass('govshare.schema_version')")) {
      rows.next();
      if (rows.getString(1) == null) {
        return 0;
      }
    }
    try (ResultSet rows =
        statement.executeQuery("SELECT coalesce(max(version), 0) FROM govshare.schema_version")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String script(String name) {
    try (InputStream in = StateSchema.class.getResourceAsStream("/db/target/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
