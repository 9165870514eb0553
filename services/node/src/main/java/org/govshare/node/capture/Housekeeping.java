package org.govshare.node.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;

/**
 * Keeps change tables from growing for channels that nobody reads any more: forgets them after a
 * while, and takes the triggers off a table that has none left.
 */
public final class Housekeeping {
  /** How long changes are kept for a channel that takes none. */
  public static final Duration KEPT = Duration.ofDays(14);

  private Housekeeping() {}

  /** Tidies what capture keeps in a database. */
  public static void tidy(DataSource source) throws SQLException {
    try (Connection connection = Connections.installer(source)) {
      if (!CaptureSchema.exists(connection)) {
        return;
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              "DELETE FROM govshare_capture.reader"
                  + " WHERE delivered_at < now() - make_interval(secs => ?)")) {
        statement.setLong(1, KEPT.toSeconds());
        statement.executeUpdate();
      }
      connection.commit();
      for (Installation installation : installations(connection)) {
        if (new Readers(connection, installation).none()) {
          Installer.remove(connection, installation);
        } else {
          new Readers(connection, installation).purge();
        }
        connection.commit();
      }
    }
  }

  /** Keeps nothing for a channel any longer; {@link #tidy} removes what nobody else needs. */
  public static void forget(DataSource source, UUID channel) throws SQLException {
    try (Connection connection = Connections.installer(source)) {
      Readers.forget(connection, channel);
      connection.commit();
    }
    tidy(source);
  }

  private static List<Installation> installations(Connection connection) throws SQLException {
    List<Installation> found = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT number, incarnation FROM govshare_capture.installation ORDER BY number"
                    + " FOR UPDATE");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Installation(rows.getInt(1), rows.getObject(2, UUID.class), List.of(), List.of()));
      }
    }
    return found;
  }
}
