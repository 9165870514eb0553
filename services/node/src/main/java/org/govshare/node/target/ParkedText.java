package org.govshare.node.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.govshare.node.database.Sql;

/**
 * Values of opened parked rows as text. The database makes it, in a table of the session whose
 * types have no lengths, because the length may be what did not fit.
 */
final class ParkedText {
  private static final String SHOWN = "pg_temp.govshare_shown";

  private final Connection connection;

  ParkedText(Connection connection) {
    this.connection = connection;
  }

  /** Text of each column; null where the row holds null, or what is none of the column's type. */
  Map<String, String> of(ParkedContent content) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    content.columns().forEach(column -> values.put(column.name(), null));
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      // A change has two fields before those of the row.
      int fields = (content.tuple()[0] & 0xff) << 8 | content.tuple()[1] & 0xff;
      boolean change = fields > content.columns().size();
      statement.execute(
          "CREATE TEMPORARY TABLE govshare_shown ("
              + (change ? "operation \"char\", version bigint, " : "")
              + IntStream.range(0, content.columns().size())
                  .mapToObj(i -> "c" + i + " " + loose(content.columns().get(i).type()))
                  .collect(Collectors.joining(", "))
              + ")");
      TableWriter.copy(connection, SHOWN, content.tuple(), 0, content.tuple().length, 1);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT "
                  + IntStream.range(0, content.columns().size())
                      .mapToObj(i -> "c" + i + "::text")
                      .collect(Collectors.joining(", "))
                  + " FROM "
                  + SHOWN)) {
        row.next();
        for (int i = 0; i < content.columns().size(); i++) {
          values.put(content.columns().get(i).name(), row.getString(i + 1));
        }
      }
    } catch (SQLException e) {
      if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
        throw e;
      }
      // Not even a value of its type; that it is there is all that can be said.
    }
    connection.rollback(before);
    return values;
  }

  private static String loose(String type) {
    return Sql.castType(type).replaceAll("\\([0-9, -]+\\)", "");
  }
}
