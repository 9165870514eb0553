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

  /** Whether it is there. */
  static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT pg_catalog.to_regclass('govshare_capture.reader')")) {
      rows.next();
      return rows.getString(1) != null;
    }
  }

  /** Makes it unless it is there; agents that start together wait for each other. */
  static void prepare(Connection connection) throws SQLException {
    if (exists(connection)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
      if (!exists(connection)) {
        statement.execute(script());
      }
    }
  }

  private static String script() {
    try (InputStream in = CaptureSchema.class.getResourceAsStream("/db/source/1__capture.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
