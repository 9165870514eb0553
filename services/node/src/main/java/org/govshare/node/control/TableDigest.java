package org.govshare.node.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableName;
import org.govshare.protocol.control.DigestColumn;

/**
 * Counts and sums a table's rows, whatever their order: the sum over all rows of the first eight
 * bytes, as a signed number, of SHA-256 over the salt and the row's text. The database does it,
 * from one snapshot, with every setting fixed that a value's text depends on.
 *
 * @param rows number of rows
 * @param sum the sum in decimal
 */
record TableDigest(long rows, String sum) {
  static TableDigest of(DataSource source, TableName table, List<DigestColumn> columns, byte[] salt)
      throws SQLException {
    String row =
        columns.stream()
            .map(
                column ->
                    "CAST(" + Sql.quote(column.name()) + " AS " + Sql.type(column.type()) + ")")
            .collect(Collectors.joining(", ", "ROW(", ")::text"));
    String sql =
        "SELECT count(*), coalesce(sum(('x' || substr(encode(sha256(CAST(? AS bytea) ||"
            + " convert_to("
            + row
            + ", 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint::numeric), 0)::text FROM "
            + table.quoted();
    try (Connection connection = Connections.reader(source)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = 'UTC';"
                + " SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL extra_float_digits = 1;"
                + " SET LOCAL bytea_output = 'hex'");
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setBytes(1, salt);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          TableDigest digest = new TableDigest(rows.getLong(1), rows.getString(2));
          connection.rollback();
          return digest;
        }
      }
    }
  }
}
