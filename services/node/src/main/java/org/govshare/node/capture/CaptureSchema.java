package org.govshare.node.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The schema {@code govshare_capture} of a source's database. */
final class CaptureSchema {
  private static final long LOCK = 0x676f7673_63617074L;

  private CaptureSchema() {}

  /**
   * Whether it is there. A name that was looked up in vain a moment ago, as {@code to_regclass}
   * does, may not be found though another agent has just made it; rows of the catalogue are.
   */
  static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_tables"
                    + " WHERE schemaname = 'govshare_capture' AND tablename = 'reader')")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /** Brings it up to date; agents that start together wait for each other. */
  static void prepare(Connection connection) throws SQLException {
    if (current(connection)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
      if (!exists(connection)) {
        statement.execute(script("1__capture.sql"));
      }
      if (!current(connection)) {
        statement.execute(script("2__reader_service.sql"));
      }
    }
  }

  private static boolean current(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a"
                    + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
                    + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = 'govshare_capture' AND c.relname = 'reader'"
                    + " AND a.attname = 'service_id')")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static String script(String name) {
    try (InputStream in = CaptureSchema.class.getResourceAsStream("/db/source/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
