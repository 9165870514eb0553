package org.govshare.node.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.govshare.node.state.Json;

/** How many rows the database's planner expects a query to give. */
final class RowEstimate {
  private RowEstimate() {}

  /** The planner's figure; empty if it gives none. Whatever the query names must be set. */
  static OptionalLong of(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet explained = statement.executeQuery("EXPLAIN (FORMAT JSON) " + query)) {
      explained.next();
      JsonNode rows =
          Json.tree(explained.getString(1).getBytes(StandardCharsets.UTF_8))
              .path(0)
              .path("Plan")
              .path("Plan Rows");
      return rows.isNumber() && rows.asLong() >= 0
          ? OptionalLong.of(rows.asLong())
          : OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
