package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.govshare.node.database.Sql;

/**
 * Finds keys that split a table into ranges of about the same size, from a sample of its pages if
 * it is large. Where the ranges meet only matters for their balance.
 */
final class KeyBounds {
  private static final double SAMPLE_ROWS = 20_000;

  private final ReadPlan plan;
  private final Connection connection;

  KeyBounds(ReadPlan plan, Connection connection) {
    this.plan = plan;
    this.connection = connection;
  }

  List<List<String>> of(int ranges) throws SQLException {
    plan.values().bind(connection);
    double rows = estimatedRows();
    if (rows > 2 * SAMPLE_ROWS) {
      List<List<String>> sampled =
          among(
              String.format(
                  Locale.ROOT,
                  " TABLESAMPLE SYSTEM (%.4f)",
                  Math.max(0.001, 100 * SAMPLE_ROWS / rows)),
              ranges);
      if (sampled.size() == ranges - 1) {
        return sampled;
      }
    }
    return among("", ranges);
  }

  private double estimatedRows() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT reltuples FROM pg_catalog.pg_class WHERE oid = CAST(? AS regclass)")) {
      statement.setString(1, plan.table().quoted());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getDouble(1) : 0;
      }
    }
  }

  private List<List<String>> among(String sample, int ranges) throws SQLException {
    List<String> columns =
        plan.positionColumns().stream().map(column -> "t." + Sql.quote(column)).toList();
    String keys =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i) + " AS k" + i)
            .collect(Collectors.joining(", "));
    String texts =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "CAST(k" + i + " AS text)")
            .collect(Collectors.joining(", "));
    String places =
        IntStream.range(1, ranges)
            .mapToObj(i -> "total * " + i + " / " + ranges)
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT "
            + texts
            + " FROM (SELECT "
            + keys
            + ", row_number() OVER (ORDER BY "
            + String.join(", ", columns)
            + ") AS place, count(*) OVER () AS total FROM "
            + plan.table().quoted()
            + " t"
            + sample
            + (plan.conditions().isEmpty()
                ? ""
                : " WHERE " + String.join(" AND ", plan.conditions()))
            + ") AS found WHERE place IN ("
            + places
            + ") ORDER BY place";
    List<List<String>> bounds = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          key.add(rows.getString(i));
        }
        bounds.add(key);
      }
    }
    return bounds;
  }
}
