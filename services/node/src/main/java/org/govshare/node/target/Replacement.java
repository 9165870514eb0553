package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SqlFailures;
import org.govshare.protocol.control.StartRun;

/**
 * Makes a table's content that of other tables, within the caller's transaction. The table stays
 * the one it is, with all that hangs on it, and whoever reads it sees the former content until the
 * commit: rows that are not there any more are deleted, rows that differ are written, rows that are
 * new are added. Without a key to tell rows by, all are deleted and added.
 */
final class Replacement {
  private final Connection connection;
  private final TableName table;
  private final List<String> columns;
  private final List<String> key;

  Replacement(Connection connection, StartRun command, List<String> columns) {
    this.connection = connection;
    this.table = new TableName(command.schema(), command.table());
    this.columns = columns;
    this.key = command.targetKeyColumns();
  }

  /** Refuses a table whose content cannot be replaced, before its rows are brought. */
  void requirePossible() throws SQLException {
    if (!key.isEmpty()
        && !(columns.containsAll(key) && TableCatalog.unique(connection, table, key))) {
      throw new RunFailure(
          "key-missing", "table " + table + " has no unique index over " + String.join(", ", key));
    }
    if (key.isEmpty() && referenced()) {
      throw new RunFailure(
          "table-referenced",
          "other tables refer to rows of table "
              + table
              + ", which cannot be told from one another without a key");
    }
    if (!ask("SELECT pg_catalog.has_table_privilege(CAST(? AS text), 'DELETE')", table.quoted())) {
      throw new RunFailure(
          "permission-missing", "the node's database user may not delete from table " + table);
    }
  }

  /**
   * Replaces the content.
   *
   * @param shadows tables with the rows that are to be there
   * @param rows how many they are
   */
  void replace(List<String> shadows, long rows) throws SQLException {
    requirePossible();
    for (String shadow : shadows) {
      execute("ANALYZE " + shadow);
    }
    String list = names("");
    String brought =
        shadows.stream()
            .map(shadow -> "SELECT " + list + " FROM " + shadow)
            .collect(Collectors.joining(" UNION ALL ", "(", ") s"));
    if (key.isEmpty()) {
      execute("DELETE FROM " + table.quoted());
      execute(
          "INSERT INTO " + table.quoted() + " (" + list + ") SELECT " + list + " FROM " + brought);
    } else {
      Savepoint before = connection.setSavepoint();
      try {
        removeUnless(brought, "");
        update(brought);
        insert(brought);
      } catch (SQLException e) {
        // A unique value that passes from row to row is not free before both have gone.
        if (!SqlFailures.uniqueViolation(e)) {
          throw e;
        }
        connection.rollback(before);
        if (!rowsMayGo()) {
          throw e;
        }
        removeUnless(brought, " AND " + whole("s", " *= ", "t"));
        insert(brought);
      }
      connection.releaseSavepoint(before);
    }
    long now = count();
    if (now != rows) {
      throw new RunFailure(
          "rows-not-taken",
          "of " + rows + " rows table " + table + " holds " + now + "; a trigger or rule left out");
    }
  }

  private void removeUnless(String brought, String condition) throws SQLException {
    execute(
        "DELETE FROM "
            + table.quoted()
            + " t WHERE NOT EXISTS (SELECT 1 FROM "
            + brought
            + " WHERE "
            + Replica.same(key, "s", "t")
            + condition
            + ")");
  }

  private void update(String brought) throws SQLException {
    String changes =
        columns.stream()
            .filter(column -> !key.contains(column))
            .map(column -> Sql.quote(column) + " = s." + Sql.quote(column))
            .collect(Collectors.joining(", "));
    if (changes.isEmpty()) {
      return;
    }
    execute(
        "UPDATE "
            + table.quoted()
            + " t SET "
            + changes
            + " FROM "
            + brought
            + " WHERE "
            + Replica.same(key, "s", "t")
            + " AND "
            + whole("s", " *<> ", "t"));
  }

  private void insert(String brought) throws SQLException {
    execute(
        "INSERT INTO "
            + table.quoted()
            + " ("
            + names("")
            + ") SELECT "
            + names("s.")
            + " FROM "
            + brought
            + " WHERE NOT EXISTS (SELECT 1 FROM "
            + table.quoted()
            + " t WHERE "
            + Replica.same(key, "s", "t")
            + ")");
  }

  /** Compares rows byte by byte: there are types without equality. */
  private String whole(String one, String operator, String other) {
    return "CAST(ROW("
        + names(one + ".")
        + ") AS record)"
        + operator
        + "CAST(ROW("
        + names(other + ".")
        + ") AS record)";
  }

  private String names(String prefix) {
    return columns.stream()
        .map(column -> prefix + Sql.quote(column))
        .collect(Collectors.joining(", "));
  }

  /** Whether a row can be taken away and put back without anything else being lost. */
  private boolean rowsMayGo() throws SQLException {
    return !referenced()
        && ask(
            "SELECT NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid ="
                + " CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
                + " AND attname <> ALL (?))",
            table.quoted(),
            connection.createArrayOf("text", columns.toArray()));
  }

  private boolean referenced() throws SQLException {
    return ask(
        "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint"
            + " WHERE contype = 'f' AND confrelid = CAST(? AS regclass))",
        table.quoted());
  }

  private long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private boolean ask(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
