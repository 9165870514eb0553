package org.govshare.node.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.govshare.node.database.TableName;
import org.govshare.protocol.control.CaptureFitness;

/** Whether every change of a table's rows would fire its triggers. */
public final class Fitness {
  private Fitness() {}

  /** The fitness of a table; {@code NO_TABLE} where there is none. */
  public static CaptureFitness of(Connection connection, TableName table) throws SQLException {
    String sql =
        """
        SELECT c.relkind, c.relpersistence,
               EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid)
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return CaptureFitness.NO_TABLE;
        }
        return switch (rows.getString(1)) {
          // Attaching, detaching and dropping a partition moves rows without a trigger.
          case "p" -> CaptureFitness.PARTITIONED;
          case "r" -> {
            if (rows.getBoolean(3)) {
              // Triggers do not fire for rows of children.
              yield CaptureFitness.INHERITED;
            }
            // A crash empties it without a trigger.
            yield rows.getString(2).equals("p") ? CaptureFitness.FIT : CaptureFitness.UNLOGGED;
          }
          default -> CaptureFitness.NO_TABLE;
        };
      }
    }
  }
}
