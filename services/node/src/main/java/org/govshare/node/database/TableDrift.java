package org.govshare.node.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.node.run.Drifted;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.ColumnDifference.DifferenceKind;
import org.govshare.protocol.control.ExpectedColumn;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;

/**
 * Holds a table against what its service was designed for. Differences that matter to the run are
 * those of columns that it reads or writes, a column that must be filled and is not, and the key.
 */
public final class TableDrift {
  private static final String NULLABLE = "NULL";
  private static final String NOT_NULL = "NOT NULL";

  private final StartRun command;
  private final TableName table;
  private final Set<String> used;
  private final Map<String, TableCatalog.Column> found;
  private final Set<String> filled;
  private final List<ColumnDifference> differences = new ArrayList<>();
  private boolean matters;

  private TableDrift(Connection connection, StartRun command) throws SQLException {
    this.command = command;
    this.table = new TableName(command.schema(), command.table());
    this.used = used(command);
    this.found = TableCatalog.columns(connection, table);
    this.filled = filledByThemselves(connection);
  }

  /**
   * Checks a run's own table; without an expectation there is nothing to check.
   *
   * @throws Drifted if it differs in a way that matters to the run
   */
  public static void check(Connection connection, StartRun command) throws SQLException {
    if (command.expected().isEmpty()) {
      return;
    }
    TableDrift drift = new TableDrift(connection, command);
    drift.compare(connection);
    if (drift.matters) {
      throw new Drifted(drift.differences.stream().limit(SchemaDrifted.DIFFERENCES).toList());
    }
  }

  /** The same on a connection of its own. */
  public static void check(DataSource source, StartRun command) throws SQLException {
    if (!command.expected().isEmpty()) {
      try (Connection connection = Connections.query(source)) {
        check(connection, command);
      }
    }
  }

  private boolean reads() {
    return command.side() == Side.SOURCE;
  }

  private void compare(Connection connection) throws SQLException {
    if (found.isEmpty()) {
      differs(true, DifferenceKind.TABLE_MISSING, null, table.toString(), null);
      return;
    }
    Set<String> known = new HashSet<>();
    for (ExpectedColumn expected : command.expected()) {
      known.add(expected.name());
      column(expected, found.get(expected.name()));
    }
    for (TableCatalog.Column column : found.values()) {
      if (!known.contains(column.name())) {
        differs(
            mustBeFilled(column),
            DifferenceKind.COLUMN_ADDED,
            column.name(),
            null,
            described(column));
      }
    }
    List<String> key = reads() ? command.keyColumns() : command.targetKeyColumns();
    if (!key.isEmpty() && !TableCatalog.unique(connection, table, key)) {
      differs(true, DifferenceKind.KEY_LOST, String.join(", ", key), "UNIQUE", null);
    }
  }

  private void column(ExpectedColumn expected, TableCatalog.Column column) {
    String name = expected.name();
    if (column == null) {
      differs(used.contains(name), DifferenceKind.COLUMN_REMOVED, name, expected.type(), null);
      return;
    }
    if (!column.type().equals(expected.type())) {
      differs(
          used.contains(name), DifferenceKind.TYPE_CHANGED, name, expected.type(), column.type());
    }
    if (column.nullable() != expected.nullable()) {
      // Nulls that are new at the source, or refused at the target, are what may not fit.
      boolean narrower = used.contains(name) && column.nullable() == reads();
      differs(
          narrower || mustBeFilled(column),
          DifferenceKind.NULLABILITY_CHANGED,
          name,
          expected.nullable() ? NULLABLE : NOT_NULL,
          column.nullable() ? NULLABLE : NOT_NULL);
    }
  }

  private boolean mustBeFilled(TableCatalog.Column column) {
    return !reads()
        && !column.nullable()
        && !used.contains(column.name())
        && !filled.contains(column.name());
  }

  private void differs(
      boolean matter, DifferenceKind kind, String column, String expected, String is) {
    differences.add(new ColumnDifference(kind, column, expected, is));
    matters |= matter;
  }

  private static String described(TableCatalog.Column column) {
    return column.type() + (column.nullable() ? "" : " " + NOT_NULL);
  }

  private static Set<String> used(StartRun command) {
    if (command.side() == Side.TARGET) {
      return command.columns().stream().map(MappedColumn::target).collect(Collectors.toSet());
    }
    Set<String> used = new HashSet<>(command.keyColumns());
    if (command.watermarkColumn() != null) {
      used.add(command.watermarkColumn());
    }
    command.filter().stream().map(RowCondition::column).forEach(used::add);
    for (MappedColumn column : command.columns()) {
      used.add(column.source());
      for (MappingStep step : column.steps()) {
        if (step.function() == MappingFunction.CONCATENATE) {
          step.arguments().stream().skip(1).forEach(used::add);
        }
      }
    }
    return used;
  }

  private Set<String> filledByThemselves(Connection connection) throws SQLException {
    String sql =
        """
        SELECT a.attname FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
          AND (a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '')
        """;
    Set<String> names = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
