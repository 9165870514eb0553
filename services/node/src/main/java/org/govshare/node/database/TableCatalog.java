package org.govshare.node.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database's own catalogue says about a table. */
public final class TableCatalog {
  private TableCatalog() {}

  /**
   * A column.
   *
   * @param name its name
   * @param type its type with length and precision
   * @param baseType its type without them
   * @param nullable whether it takes nulls
   * @param position from 1
   * @param comment the database's comment, or null
   */
  public record Column(
      String name, String type, String baseType, boolean nullable, int position, String comment) {}

  /**
   * The columns in the table's order, by name; empty when there is no such table. Types outside
   * {@code pg_catalog} carry their schema, whatever the search path.
   */
  public static Map<String, Column> columns(Connection connection, TableName table)
      throws SQLException {
    String sql =
        """
        SELECT a.attname, q.schema || pg_catalog.format_type(a.atttypid, a.atttypmod),
               q.schema || pg_catalog.format_type(a.atttypid, NULL), NOT a.attnotnull, a.attnum,
               pg_catalog.col_description(a.attrelid, a.attnum)
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
        CROSS JOIN LATERAL (SELECT CASE
          WHEN tn.nspname <> 'pg_catalog' AND pg_catalog.pg_type_is_visible(t.oid)
          THEN pg_catalog.quote_ident(tn.nspname) || '.' ELSE '' END AS schema) AS q
        WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;
    Map<String, Column> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(
              rows.getString(1),
              new Column(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getBoolean(4),
                  rows.getInt(5),
                  rows.getString(6)));
        }
      }
    }
    return columns;
  }

  /**
   * A unique index over all rows, by plain columns.
   *
   * @param primary whether it is the primary key
   * @param columns its columns
   */
  public record UniqueKey(boolean primary, List<String> columns) {}

  /** Unique indexes that cover every row and are checked at once. */
  public static List<UniqueKey> uniqueKeys(Connection connection, TableName table)
      throws SQLException {
    String sql =
        """
        SELECT i.indisprimary,
               (SELECT array_agg(a.attname::text ORDER BY k.ordinal)
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, ordinal)
                JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                WHERE k.ordinal <= i.indnkeyatts)
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ? AND i.indisunique AND i.indisvalid
          AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
        ORDER BY i.indisprimary DESC, i.indexrelid
        """;
    List<UniqueKey> keys = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String[] names = (String[]) rows.getArray(2).getArray();
          keys.add(new UniqueKey(rows.getBoolean(1), Arrays.asList(names)));
        }
      }
    }
    return keys;
  }

  /** Whether exactly these columns, in any order, are unique. */
  public static boolean unique(Connection connection, TableName table, List<String> columns)
      throws SQLException {
    for (UniqueKey key : uniqueKeys(connection, table)) {
      if (key.columns().size() == columns.size() && key.columns().containsAll(columns)) {
        return true;
      }
    }
    return false;
  }

  /** The database's comment on a table, or null. */
  public static String comment(Connection connection, TableName table) throws SQLException {
    String sql =
        """
        SELECT pg_catalog.obj_description(c.oid, 'pg_class') FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  /** The database's own estimate of a table's rows, -1 when it has none. */
  public static long approximateRows(Connection connection, TableName table) throws SQLException {
    String sql =
        """
        SELECT c.reltuples::bigint FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : -1;
      }
    }
  }
}
