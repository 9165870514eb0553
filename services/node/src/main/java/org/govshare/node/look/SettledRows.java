package org.govshare.node.look;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.state.RunMark;
import org.govshare.protocol.control.DigestLook;

/**
 * Which rows have not been written since a mark. Each row version names the transaction that wrote
 * it ({@code xmin}); one before the oldest that was open then has ended before the mark, and so has
 * the one that it is a part of, if it is a savepoint's. Numbers that have wrapped around since are
 * taken for new ones: such a row is called unsettled, never the other way round.
 */
final class SettledRows {
  private static final long HALF = 1L << 31;
  private static final long ALL = (1L << 32) - 1;

  private SettledRows() {}

  /** Whether a table's rows tell who wrote them. */
  static boolean known(Connection connection, TableName table) throws SQLException {
    String sql =
        """
        SELECT c.relkind IN ('r', 'p', 'm') FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** A condition over the table {@code t}; never true without a mark. */
  static String expression(RunMark mark, DigestLook look, RowExpressions values) {
    if (mark == null) {
      return "false";
    }
    String next =
        "(SELECT CAST(CAST(pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()) AS text)"
            + " AS bigint))";
    String age = "((" + next + " - CAST(CAST(t.xmin AS text) AS bigint)) & " + ALL + ")";
    String settled =
        "(" + age + " < " + HALF + " AND " + next + " - " + age + " < " + mark.oldest() + ")";
    if (mark.bounds().isEmpty() || look.watermarkColumn() == null) {
      return settled;
    }
    TableCatalog.Column watermark = values.column(look.watermarkColumn());
    // A row without a watermark is never brought: that is a difference, and no row that moves.
    return settled
        + " AND coalesce(t."
        + Sql.quote(watermark.name())
        + " < least("
        + mark.bounds().stream()
            .map(bound -> values.typed(bound, watermark.baseType()))
            .collect(Collectors.joining(", "))
        + "), true)";
  }
}
