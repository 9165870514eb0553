package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableName;

/** What a service has brought into a table, as the agent keeps it beside that. */
public final class Brought {
  private Brought() {}

  /**
   * A join that leaves, of the table {@code t}, the rows that change capture has brought; null if
   * it never brought any.
   */
  public static String by(Connection connection, UUID serviceId, TableName table)
      throws SQLException {
    if (!there(connection, "replica")) {
      return null;
    }
    String sql =
        """
        SELECT number, key_columns FROM govshare.replica
        WHERE service_id = ? AND schema_name = ? AND table_name = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, serviceId);
      statement.setString(2, table.schema());
      statement.setString(3, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        List<String> key = Arrays.asList((String[]) rows.getArray(2).getArray());
        return " JOIN govshare."
            + Sql.quote("replica_" + rows.getInt(1))
            + " o ON "
            + Replica.same(key, "t", "o")
            + " AND NOT o.govshare_deleted";
      }
    }
  }

  /** How many of its rows are parked and wait. */
  public static long parked(Connection connection, UUID serviceId, TableName table)
      throws SQLException {
    if (!there(connection, "parked_row")) {
      return 0;
    }
    String sql =
        """
        SELECT count(*) FROM govshare.parked_row
        WHERE service_id = ? AND schema_name = ? AND table_name = ? AND state = 'WAITING'
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, serviceId);
      statement.setString(2, table.schema());
      statement.setString(3, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static boolean there(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT pg_catalog.to_regclass('govshare." + table + "') IS NOT NULL")) {
      found.next();
      return found.getBoolean(1);
    }
  }
}
