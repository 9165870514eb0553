package org.govshare.node.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.Lane;
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
 * @param conditions what a row must fulfil
 * @param values values in the select list and the conditions
 */
record ReadPlan(
    TableName table,
    List<String> select,
    List<String> positionColumns,
    List<KeyType> positionTypes,
    int[] positionFields,
    int extraFields,
    boolean watermark,
    List<String> conditions,
    RowExpressions values) {

  /**
   * Makes the plan from the command and the database's own catalogue. Rows without a key, which
   * only a copy that replaces a table's content may have, come in no order.
   */
  static ReadPlan of(Connection connection, StartRun command) throws SQLException {
    TableName table = new TableName(command.schema(), command.table());
    Map<String, TableCatalog.Column> catalog = TableCatalog.columns(connection, table);
    if (catalog.isEmpty()) {
      throw new RunFailure("table-missing", "there is no table " + table);
    }
    RowExpressions values = new RowExpressions(table, catalog);
    if (!command.replaces() || !command.keyColumns().isEmpty() || command.lane().shared()) {
      requireKey(connection, table, command.keyColumns(), values);
    }
    boolean watermark = command.mode() == TransferMode.INCREMENT;
    List<String> position = new ArrayList<>();
    if (watermark) {
      requireWatermark(command.watermarkColumn(), values);
      position.add(command.watermarkColumn());
    }
    position.addAll(command.keyColumns());

    List<String> expressions = new ArrayList<>();
    for (MappedColumn column : command.columns()) {
      expressions.add(values.value(column.source(), column.steps(), column.targetType()));
    }
    List<String> extra = new ArrayList<>();
    int[] fields = new int[position.size()];
    List<KeyType> types = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      TableCatalog.Column column = values.column(position.get(i));
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
    return new ReadPlan(
        table,
        select,
        position,
        types,
        fields,
        extra.size(),
        watermark,
        values.conditions(command.filter()),
        values);
  }

  /** The same, but of rows up to a key. */
  ReadPlan upTo(List<String> key) {
    List<String> bound = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      bound.add(values.typed(key.get(i), positionTypes.get(i).sqlType()));
    }
    return with("(" + order() + ") <= (" + String.join(", ", bound) + ")");
  }

  /** The same, but of the rows with these keys, as texts of their values. */
  ReadPlan ofKeys(List<List<String>> keys) {
    List<String> types =
        IntStream.range(0, positionTypes.size())
            .mapToObj(i -> "CAST(k.value ->> " + i + " AS " + positionTypes.get(i).sqlType() + ")")
            .toList();
    return with(
        "("
            + order()
            + ") IN (SELECT "
            + String.join(", ", types)
            + " FROM jsonb_array_elements("
            + values.typed(Json.write(keys), "jsonb")
            + ") k)");
  }

  /** The same, but of no row. */
  ReadPlan nothing() {
    return with("false");
  }

  /**
   * The same, but of the rows whose key's hash falls to a lane. The hash is one that no version of
   * the database computes otherwise, and the text of a key has fixed settings.
   */
  ReadPlan hashed(Lane lane) {
    return with(
        fallsTo(
            lane,
            positionColumns.stream()
                .skip(watermark ? 1 : 0)
                .map(column -> "t." + Sql.quote(column))
                .collect(Collectors.joining(", "))));
  }

  /** Whether the hash of a key falls to a lane. */
  static String fallsTo(Lane lane, String key) {
    String hash = "sha256(convert_to(CAST(ROW(" + key + ") AS text), 'UTF8'))";
    return "(get_byte("
        + hash
        + ", 0) * 256 + get_byte("
        + hash
        + ", 1)) % "
        + lane.count()
        + " = "
        + (lane.number() - 1);
  }

  /** The same, but of rows that fulfil one more condition. */
  ReadPlan with(String condition) {
    List<String> more = new ArrayList<>(conditions);
    more.add(condition);
    return new ReadPlan(
        table,
        select,
        positionColumns,
        positionTypes,
        positionFields,
        extraFields,
        watermark,
        more,
        values);
  }

  private String order() {
    return positionColumns.stream()
        .map(column -> "t." + Sql.quote(column))
        .collect(Collectors.joining(", "));
  }

  /** Keys that split the rows into so many ranges of about the same size; fewer if there are. */
  List<List<String>> bounds(Connection connection, int ranges) throws SQLException {
    return new KeyBounds(this, connection).of(ranges);
  }

  /**
   * The query.
   *
   * @param from whether it starts after a position, which is in the settings {@code
   *     govshare.position_0} and so on
   * @param limit most rows, or null
   */
  String query(boolean from, Long limit) {
    return query(select, from, limit);
  }

  /** The query with a select list of its own. */
  String query(List<String> expressions, boolean from, Long limit) {
    String order = order();
    List<String> all = new ArrayList<>(conditions);
    if (from) {
      List<String> position = new ArrayList<>();
      for (int i = 0; i < positionTypes.size(); i++) {
        position.add(setting("govshare.position_" + i, positionTypes.get(i)));
      }
      all.add("(" + order + ") > (" + String.join(", ", position) + ")");
    }
    if (watermark) {
      all.add(
          "t."
              + Sql.quote(positionColumns.getFirst())
              + " < "
              + setting("govshare.bound", positionTypes.getFirst()));
    }
    return "SELECT "
        + String.join(", ", expressions)
        + " FROM "
        + table.quoted()
        + " t"
        + (all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all))
        + (order.isEmpty() ? "" : " ORDER BY " + order)
        + (limit == null ? "" : " LIMIT " + limit);
  }

  private static String setting(String name, KeyType type) {
    return "CAST(current_setting('" + name + "') AS " + type.sqlType() + ")";
  }

  private static int mappedAsIs(List<MappedColumn> columns, TableCatalog.Column column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).source().equals(column.name())
          && columns.get(i).steps().isEmpty()
          && columns.get(i).targetType().equals(column.type())) {
        return i;
      }
    }
    return -1;
  }

  private static void requireKey(
      Connection connection, TableName table, List<String> key, RowExpressions values)
      throws SQLException {
    if (key == null || key.isEmpty()) {
      throw new RunFailure("key-missing", "the run names no key of table " + table);
    }
    for (String column : key) {
      if (values.column(column).nullable()) {
        throw new RunFailure(
            "key-missing", "column " + column + " of table " + table + " takes nulls");
      }
    }
    if (!TableCatalog.unique(connection, table, key)) {
      throw new RunFailure(
          "key-missing", "table " + table + " has no unique index over " + String.join(", ", key));
    }
  }

  private static void requireWatermark(String column, RowExpressions values) {
    if (column == null) {
      throw new RunFailure("watermark-missing", "increments need a watermark column");
    }
    String type = values.column(column).baseType();
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
