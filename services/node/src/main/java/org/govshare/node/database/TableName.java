package org.govshare.node.database;

import java.util.Comparator;

/**
 * A table with its schema.
 *
 * @param schema schema
 * @param table table
 */
public record TableName(String schema, String table) implements Comparable<TableName> {
  private static final Comparator<TableName> ORDER =
      Comparator.comparing(TableName::schema).thenComparing(TableName::table);

  /** Refuses names that PostgreSQL would not take. */
  public TableName {
    Sql.quote(schema);
    Sql.quote(table);
  }

  /** Reads {@code schema.table}. */
  public static TableName parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException("not of the form schema.table: " + text);
    }
    return new TableName(text.substring(0, dot).strip(), text.substring(dot + 1).strip());
  }

  /** Both names quoted, for a statement. */
  public String quoted() {
    return Sql.quote(schema) + "." + Sql.quote(table);
  }

  @Override
  public int compareTo(TableName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return schema + "." + table;
  }
}
