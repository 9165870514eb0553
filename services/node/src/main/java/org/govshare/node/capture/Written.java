package org.govshare.node.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is recorded of a captured table.
 *
 * @param installation its triggers and change table
 */
public record Written(Installation installation) {

  /** The change table, for a statement. */
  public String changes() {
    return installation.changes();
  }

  /** A key column's recorded text, of the change {@code c}. */
  public String recorded(String keyColumn) {
    return "c.key ->> " + installation.keyColumns().indexOf(keyColumn);
  }

  /** Whether the table was emptied by a transaction that is not older. */
  public boolean truncatedSince(Connection connection, long oldest) throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT 1 FROM "
            + changes()
            + " c WHERE c.op = 'T' AND c.xid >= CAST(? AS xid8))";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, Long.toString(oldest));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }
}
