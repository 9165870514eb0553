package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedState;

/** Parked rows in numbers, and giving them up; on connections of its own. */
public final class ParkedReport {
  private ParkedReport() {}

  /** What a service's parked rows in a database come to; null if none was ever parked there. */
  public static List<ParkedGroup> of(DataSource source, UUID serviceId) throws SQLException {
    try (Connection connection = Connections.query(source)) {
      return there(connection) ? groups(connection, serviceId) : null;
    }
  }

  /**
   * Gives rows up: they keep their reason and lose their contents.
   *
   * @return how many
   */
  public static int discard(DataSource source, DiscardParked command) throws SQLException {
    String sql =
        """
        UPDATE govshare.parked_row
        SET state = 'DISCARDED', sealed = NULL, settled_at = now(), settled_by = ?
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
          AND (CAST(? AS uuid) IS NULL OR run_id = ?) AND (CAST(? AS text) IS NULL OR reason = ?)
        """;
    try (Connection connection = Connections.writer(source)) {
      if (!there(connection)) {
        connection.rollback();
        return 0;
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, "order " + command.orderId());
        statement.setObject(2, command.serviceId());
        statement.setString(3, command.schema());
        statement.setString(4, command.table());
        statement.setObject(5, command.runId());
        statement.setObject(6, command.runId());
        statement.setString(7, command.reason());
        statement.setString(8, command.reason());
        int discarded = statement.executeUpdate();
        connection.commit();
        return discarded;
      }
    }
  }

  private static boolean there(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT pg_catalog.to_regclass('govshare.parked_row') IS NOT NULL")) {
      found.next();
      return found.getBoolean(1);
    }
  }

  private static List<ParkedGroup> groups(Connection connection, UUID serviceId)
      throws SQLException {
    String sql =
        """
        SELECT run_id, reason, sql_state, constraint_name, column_name, state, count(*)
        FROM govshare.parked_row WHERE service_id = ?
        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY max(parked_id) DESC LIMIT ?
        """;
    List<ParkedGroup> groups = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, serviceId);
      statement.setInt(2, ParkedRowsReported.GROUPS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          groups.add(
              new ParkedGroup(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  ParkedState.valueOf(rows.getString(6)),
                  rows.getLong(7)));
        }
      }
    }
    return groups;
  }
}
