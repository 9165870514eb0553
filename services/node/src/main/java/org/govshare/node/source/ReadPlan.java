package org.govshare.node.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;

/**
 * How a table is read: the columns of the position, where each is found in a tuple, and the query.
 *
 * @param table the table
 * @param select expressions of the select list
 * @param positionColumns columns that order the rows: the key, before it the watermark if there is
 * @param positionTypes their types
 * @param positionFields index of each in the tuple
 * @param extraFields fields at the start of each tuple that are read for the position only
 * @param watermark whether the first of them is a watermark
 */
record ReadPlan(
    TableName table,
    List<String> select,
    List<String> positionColumns,
    List<KeyType> positionTypes,
    int[] positionFields,
    int extraFields,
    boolean watermark) {

  /** Makes the plan from the command and the database's own catalogue. */
  static ReadPlan of(Connection connection, StartRun command) throws SQLException {
    TableName table = new TableName(command.schema(), command.table());
    Map<String, TableCatalog.Column> catalog = TableCatalog.columns(connection, table);
    if (catalog.isEmpty()) {
      throw new RunFailure("table-missing", "there is no table " + table);
    }
    requireKey(connection, table, command.keyColumns(), catalog);
    boolean watermark = command.mode() == TransferMode.INCREMENT;
    List<String> position = new ArrayList<>();
    if (watermark) {
      requireWatermark(command.watermarkColumn(), catalog, table);
      position.add(command.watermarkColumn());
    }
    position.addAll(command.keyColumns());

    List<String> expressions = new ArrayList<>();
    for (MappedColumn column : command.columns()) {
      TableCatalog.Column found = require(catalog, table, column.source());
      expressions.add(expression(found, column.targetType()));
    }
    List<String> extra = new ArrayList<>();
    int[] fields = new int[position.size()];
    List<KeyType> types = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      TableCatalog.Column column = require(catalog, table, position.get(i));
      types.add(KeyType.of(column.name(), column.baseType()));
      int mapped = mappedAsIs(command.columns(), column);
      fields[i] = mapped;
      if (mapped < 0) {
        fields[i] = -1 - extra.size();
        extra.add("t." + Sql.quote(column.name()));
      }
    }
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i] < 0 ? -1 - fields[i] : fields[i] + extra.size();
    }
    List<String> select = new ArrayList<>(extra);
    select.addAll(expressions);
    return new ReadPlan(table, select, position, types, fields, extra.size(), watermark);
  }

  /**
   * The query.
   *
   * @param from whether it starts after a position, which is in the settings {@code
   *     govshare.position_0} and so on
   * @param limit most rows, or null
   */
  String query(boolean from, Long limit) {
    String order =
        positionColumns.stream()
            .map(column -> "t." + Sql.quote(column))
            .collect(Collectors.joining(", "));
    List<String> conditions = new ArrayList<>();
    if (from) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < positionTypes.size(); i++) {
        values.add(setting("govshare.position_" + i, positionTypes.get(i)));
      }
      conditions.add("(" + order + ") > (" + String.join(", ", values) + ")");
    }
    if (watermark) {
      conditions.add(
          "t."
              + Sql.quote(positionColumns.getFirst())
              + " < "
              + setting("govshare.bound", positionTypes.getFirst()));
    }
    return "SELECT "
        + String.join(", ", select)
        + " FROM "
        + table.quoted()
        + " t"
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
        + " ORDER BY "
        + order
        + (limit == null ? "" : " LIMIT " + limit);
  }

  private static String setting(String name, KeyType type) {
    return "CAST(current_setting('" + name + "') AS " + type.sqlType() + ")";
  }

  private static String expression(TableCatalog.Column column, String targetType) {
    String name = "t." + Sql.quote(column.name());
    if (column.type().equals(targetType)) {
      return name;
    }
    try {
      return "CAST(" + name + " AS " + Sql.castType(targetType) + ")";
    } catch (IllegalArgumentException e) {
      throw new RunFailure("type-refused", e.getMessage());
    }
  }

  private static int mappedAsIs(List<MappedColumn> columns, TableCatalog.Column column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).source().equals(column.name())
          && columns.get(i).targetType().equals(column.type())) {
        return i;
      }
    }
    return -1;
  }

  private static TableCatalog.Column require(
      Map<String, TableCatalog.Column> catalog, TableName table, String column) {
    TableCatalog.Column found = catalog.get(column);
    if (found == null) {
      throw new RunFailure("column-missing", "table " + table + " has no column " + column);
    }
    return found;
  }

  private static void requireKey(
      Connection connection,
      TableName table,
      List<String> key,
      Map<String, TableCatalog.Column> catalog)
      throws SQLException {
    if (key == null || key.isEmpty()) {
      throw new RunFailure("key-missing", "the run names no key of table " + table);
    }
    for (String column : key) {
      if (require(catalog, table, column).nullable()) {
        throw new RunFailure(
            "key-missing", "column " + column + " of table " + table + " takes nulls");
      }
    }
    if (!TableCatalog.unique(connection, table, key)) {
      throw new RunFailure(
          "key-missing", "table " + table + " has no unique index over " + String.join(", ", key));
    }
  }

  private static void requireWatermark(
      String column, Map<String, TableCatalog.Column> catalog, TableName table) {
    if (column == null) {
      throw new RunFailure("watermark-missing", "increments need a watermark column");
    }
    String type = require(catalog, table, column).baseType();
    if (!type.startsWith("timestamp")) {
      throw new RunFailure(
          "watermark-type",
          "watermark "
              + column
              + " is of type "
              + type
              + "; only a timestamp can be held against the oldest open transaction");
    }
  }
}
