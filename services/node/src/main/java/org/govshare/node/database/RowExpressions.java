package org.govshare.node.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;

/**
 * SQL of mapped values and of row filters over a table called {@code t}. It is put together from a
 * closed set of functions and quoted names; values are settings of the transaction, because COPY
 * takes no parameters: {@link #bind} sets them.
 */
public final class RowExpressions {
  private static final String SETTING = "govshare.value_";
  private static final String WHITE_SPACE = " \t\r\n\u00a0\u3000";

  private final TableName table;
  private final Map<String, TableCatalog.Column> catalog;
  private final List<String> values = new ArrayList<>();

  /** Expressions over a table with these columns. */
  public RowExpressions(TableName table, Map<String, TableCatalog.Column> catalog) {
    this.table = table;
    this.catalog = catalog;
  }

  /** The column of this name; the run fails if there is none. */
  public TableCatalog.Column column(String name) {
    TableCatalog.Column found = catalog.get(name);
    if (found == null) {
      throw new RunFailure("column-missing", "table " + table + " has no column " + name);
    }
    return found;
  }

  /** A column's value after these steps, of the type that it goes into. */
  public String value(String name, List<MappingStep> steps, String targetType) {
    TableCatalog.Column column = column(name);
    String value = "t." + Sql.quote(name);
    if (steps.isEmpty() && column.type().equals(targetType)) {
      return value;
    }
    String type = column.baseType();
    for (MappingStep step : steps) {
      value = applied(step, value, type, targetType);
      type = step.function().resultType(type, targetType);
    }
    return cast(value, targetType);
  }

  /** A value as text, of a type that a position may have. */
  public String typed(String value, String type) {
    return "CAST(" + text(value) + " AS " + type + ")";
  }

  /** What a row must fulfil; empty if there are no conditions. */
  public List<String> conditions(List<RowCondition> conditions) {
    return conditions.stream().map(this::condition).toList();
  }

  /**
   * Sets the values in the connection's transaction, and fixes every setting that a value's text
   * depends on.
   */
  public void bind(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = 'UTC';"
              + " SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL extra_float_digits = 1;"
              + " SET LOCAL bytea_output = 'hex'");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(1, SETTING + i);
        statement.setString(2, values.get(i));
        statement.execute();
      }
    }
  }

  private String text(String value) {
    values.add(value);
    return "current_setting('" + SETTING + (values.size() - 1) + "')";
  }

  private String applied(MappingStep step, String value, String type, String targetType) {
    List<String> arguments = step.arguments();
    String text = type.equals("text") ? value : "CAST(" + value + " AS text)";
    return switch (step.function()) {
      case TRIM -> "btrim(" + text + ", " + text(WHITE_SPACE) + ")";
      case UPPER -> "upper(" + text + ")";
      case LOWER -> "lower(" + text + ")";
      case SUBSTRING ->
          "substr(" + text + ", " + arguments.getFirst() + ", " + arguments.getLast() + ")";
      case DATE_FORMAT -> "to_char(" + zoned(value, type, arguments) + pattern(arguments) + ")";
      case PARSE_DATE -> "to_date(" + text + pattern(arguments) + ")";
      case LOOKUP -> lookup(text, arguments);
      case CONCATENATE ->
          arguments.stream()
              .skip(1)
              .map(name -> "CAST(t." + Sql.quote(column(name).name()) + " AS text)")
              .collect(
                  Collectors.joining(
                      ", ", "concat_ws(" + text(arguments.getFirst()) + ", " + text + ", ", ")"));
      case MASK -> mask(text, arguments.getFirst(), arguments.getLast());
      case HASH ->
          "encode(sha256(convert_to("
              + text(arguments.getFirst())
              + " || "
              + text
              + ", 'UTF8')), 'hex')";
      case DEFAULT ->
          "coalesce(" + value + ", " + cast(text(arguments.getFirst()), sqlType(type)) + ")";
      case CAST -> cast(value, targetType);
    };
  }

  private String pattern(List<String> arguments) {
    return ", " + text(arguments.getFirst());
  }

  private String zoned(String value, String type, List<String> arguments) {
    boolean dated = type.equals("date") || type.startsWith("timestamp");
    if (!dated) {
      throw new RunFailure("mapping-refused", "DATE_FORMAT of a value of type " + type);
    }
    return type.equals("timestamp with time zone")
        ? value + " AT TIME ZONE " + text(arguments.size() < 2 ? "Asia/Shanghai" : arguments.get(1))
        : value;
  }

  private String lookup(String text, List<String> arguments) {
    StringBuilder lookup = new StringBuilder("CASE ").append(text);
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      lookup.append(" WHEN ").append(text(arguments.get(i)));
      lookup.append(" THEN ").append(text(arguments.get(i + 1)));
    }
    if (arguments.size() % 2 == 1) {
      lookup.append(" ELSE ").append(text(arguments.getLast()));
    }
    return lookup.append(" END").toString();
  }

  private static String mask(String text, String start, String end) {
    int kept = Integer.parseInt(start) + Integer.parseInt(end);
    return "CASE WHEN length("
        + text
        + ") <= "
        + kept
        + " THEN repeat('*', length("
        + text
        + ")) ELSE left("
        + text
        + ", "
        + start
        + ") || repeat('*', length("
        + text
        + ") - "
        + kept
        + ") || right("
        + text
        + ", "
        + end
        + ") END";
  }

  private String condition(RowCondition condition) {
    TableCatalog.Column column = column(condition.column());
    String name = "t." + Sql.quote(column.name());
    List<String> values = condition.values();
    return switch (condition.operator()) {
      case EQUALS -> name + " = " + typed(values.getFirst(), column);
      case NOT_EQUALS -> name + " <> " + typed(values.getFirst(), column);
      case LESS -> name + " < " + typed(values.getFirst(), column);
      case AT_MOST -> name + " <= " + typed(values.getFirst(), column);
      case GREATER -> name + " > " + typed(values.getFirst(), column);
      case AT_LEAST -> name + " >= " + typed(values.getFirst(), column);
      case IN ->
          values.stream()
              .map(value -> typed(value, column))
              .collect(Collectors.joining(", ", name + " IN (", ")"));
      case STARTS_WITH ->
          "starts_with(CAST(" + name + " AS text), " + text(values.getFirst()) + ")";
      case IS_NULL -> name + " IS NULL";
      case IS_NOT_NULL -> name + " IS NOT NULL";
      case KEYED ->
          throw new RunFailure(
              "condition-refused", "rows are named by hashes only when they are sent again");
    };
  }

  private String typed(String value, TableCatalog.Column column) {
    return cast(text(value), sqlType(column.baseType()));
  }

  /** A base type as it is written in a cast, where char(n) would mean char(1). */
  public static String sqlType(String baseType) {
    return baseType.equals("character") ? "bpchar" : baseType;
  }

  /** A cast that loses nothing; the run fails if that is no type. */
  public static String cast(String value, String type) {
    try {
      return "CAST(" + value + " AS " + Sql.castType(type) + ")";
    } catch (IllegalArgumentException e) {
      throw new RunFailure("type-refused", e.getMessage());
    }
  }
}
