package org.govshare.node.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.SealedText;

/**
 * Says how a run would go at this end: what a run would find missing, how the database would read,
 * and the first rows as they would arrive. It reads in one read-only transaction and changes
 * nothing.
 */
final class Trial {
  private final TryRun command;
  private final Connection connection;
  private final TableName table;
  private final Map<String, TableCatalog.Column> columns;

  private Trial(TryRun command, Connection connection) throws SQLException {
    this.command = command;
    this.connection = connection;
    this.table = new TableName(command.schema(), command.table());
    this.columns = TableCatalog.columns(connection, table);
  }

  static TrialDone of(TryRun command, DataSource source, Instant at) throws SQLException {
    if (command.readerKey() != null) {
      requireSample(command, source);
    }
    try (Connection connection = Connections.reader(source)) {
      Trial trial = new Trial(command, connection);
      trial.requireTable();
      TrialPlan plan = command.side() == Side.SOURCE ? trial.reading() : trial.writing();
      SealedText rows = command.readerKey() == null ? null : trial.sealedRows();
      connection.rollback();
      return new TrialDone(TrialDone.TYPE, at, command.trialId(), command.side(), plan, rows);
    }
  }

  private static void requireSample(TryRun command, DataSource source) {
    TableName name = new TableName(command.schema(), command.table());
    if (command.side() != Side.SOURCE || !source.sample().contains(name)) {
      throw new RunFailure(
          "sample-not-allowed",
          "table " + name + " is not on the sample list of data source " + source.code());
    }
  }

  private void requireTable() throws SQLException {
    if (columns.isEmpty()) {
      throw new RunFailure("table-missing", "there is no table " + table);
    }
    // Only services that replace all rows have no key.
    if (!command.keyColumns().isEmpty()
        && !TableCatalog.unique(connection, table, command.keyColumns())) {
      throw new RunFailure(
          "key-missing",
          "table "
              + table
              + " has no unique index over "
              + String.join(", ", command.keyColumns()));
    }
  }

  private TrialPlan writing() throws SQLException {
    for (MappedColumn column : command.columns()) {
      TableCatalog.Column found = columns.get(column.target());
      if (found == null || !found.type().equals(column.targetType())) {
        throw new RunFailure(
            "schema-drift",
            "column "
                + column.target()
                + " of table "
                + table
                + (found == null ? " is gone" : " is now of type " + found.type()));
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_catalog.pg_table_size(CAST(? AS regclass)),"
                + " NOT EXISTS (SELECT FROM "
                + table.quoted()
                + ")")) {
      statement.setString(1, table.quoted());
      try (ResultSet size = statement.executeQuery()) {
        size.next();
        long rows = size.getBoolean(2) ? 0 : TableCatalog.approximateRows(connection, table);
        return new TrialPlan(rows, size.getLong(1), List.of());
      }
    }
  }

  private TrialPlan reading() throws SQLException {
    RowExpressions values = new RowExpressions(table, columns);
    String query = "EXPLAIN (FORMAT JSON) " + query(values, "", "");
    values.bind(connection);
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet explained = statement.executeQuery()) {
      explained.next();
      JsonNode plan = tree(explained.getString(1)).path(0).path("Plan");
      long rows = plan.path("Plan Rows").asLong(-1);
      List<String> steps = new ArrayList<>();
      steps(plan, steps);
      return new TrialPlan(rows, rows * plan.path("Plan Width").asLong(), steps);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return Json.tree(json.getBytes(StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Kinds of steps and what they read: no expression, because values may stand in it. */
  private static void steps(JsonNode plan, List<String> steps) {
    StringBuilder step = new StringBuilder(plan.path("Node Type").asText());
    if (plan.has("Index Name")) {
      step.append(" using ").append(plan.path("Index Name").asText());
    }
    if (plan.has("Relation Name")) {
      step.append(" on ").append(plan.path("Relation Name").asText());
    }
    steps.add(step.toString());
    plan.path("Plans").forEach(inner -> steps(inner, steps));
  }

  private SealedText sealedRows() throws SQLException {
    RowExpressions values = new RowExpressions(table, columns);
    String query = query(values, "::text", " LIMIT " + TryRun.ROWS);
    values.bind(connection);
    List<List<String>> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= command.columns().size(); i++) {
          row.add(rows.getString(i));
        }
        found.add(row);
      }
    }
    return SealedText.seal(command.readerKey(), command.trialId().toString(), Json.write(found));
  }

  private String query(RowExpressions values, String as, String limit) {
    String select =
        command.columns().stream()
            .map(it -> "(" + values.value(it.source(), it.steps(), it.targetType()) + ")" + as)
            .collect(Collectors.joining(", "));
    List<String> conditions = values.conditions(command.filter());
    String order =
        command.keyColumns().stream()
            .map(it -> "t." + Sql.quote(it))
            .collect(Collectors.joining(", "));
    return "SELECT "
        + select
        + " FROM "
        + table.quoted()
        + " t"
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
        + (order.isEmpty() ? "" : " ORDER BY " + order)
        + limit;
  }
}
