package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;

/**
 * Makes way for rows whose unique values other rows still hold. At the source those have given them
 * up already, but their own change comes later in the window: until then they are taken out of the
 * table and remembered.
 */
final class Displacement {
  private final Connection connection;
  private final TableName table;
  private final List<String> key;

  Displacement(Connection connection, TableName table, List<String> key) {
    this.connection = connection;
    this.table = table;
    this.key = key;
  }

  /** Whether rows may be taken out: not where that would take rows of other tables with them. */
  boolean possible() throws SQLException {
    String sql =
        """
        SELECT NOT EXISTS (
          SELECT 1 FROM pg_catalog.pg_constraint
          WHERE confrelid = pg_catalog.to_regclass(?) AND confdeltype NOT IN ('a', 'r'))
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.quoted());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /**
   * Takes rows out that were brought before and hold a unique value of a staged row.
   *
   * @param which condition on the versions {@code o} of rows that may be taken out
   */
  void makeWay(String stage, String versions, String which) throws SQLException {
    for (TableCatalog.UniqueKey unique : TableCatalog.uniqueKeys(connection, table)) {
      if (new HashSet<>(unique.columns()).equals(new HashSet<>(key))) {
        continue;
      }
      String taken =
          " FROM "
              + stage
              + " s JOIN "
              + table.quoted()
              + " t ON "
              + Replica.same(unique.columns(), "s", "t")
              + " WHERE s.govshare_operation <> 'D' AND NOT ("
              + Replica.same(key, "s", "t")
              + ")";
      String keys =
          key.stream().map(column -> "t." + Sql.quote(column)).collect(Collectors.joining(", "));
      String own =
          key.stream().map(column -> "o." + Sql.quote(column)).collect(Collectors.joining(", "));
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "UPDATE "
                + versions
                + " o SET govshare_displaced = true WHERE NOT o.govshare_deleted AND "
                + which
                + " AND ("
                + own
                + ") IN (SELECT "
                + keys
                + taken
                + ")");
        statement.executeUpdate(
            "DELETE FROM "
                + table.quoted()
                + " t USING "
                + versions
                + " o WHERE "
                + Replica.same(key, "t", "o")
                + " AND o.govshare_displaced AND NOT o.govshare_deleted");
      }
    }
  }

  /** Whether a row of these that was taken out has not come again. */
  boolean pending(String versions, String which) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT EXISTS (SELECT 1 FROM "
                    + versions
                    + " o WHERE o.govshare_displaced AND NOT o.govshare_deleted AND "
                    + which
                    + ")");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
