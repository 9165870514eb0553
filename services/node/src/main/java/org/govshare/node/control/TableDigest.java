package org.govshare.node.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.capture.Readers;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.ComputeDigest;

/**
 * Counts and sums a table's rows, whatever their order: the sum over all rows of the first eight
 * bytes, as a signed number, of SHA-256 over the salt and the row's text. The database does it,
 * from one snapshot, with every setting fixed that a value's text depends on.
 *
 * @param rows number of rows
 * @param sum the sum in decimal
 */
record TableDigest(long rows, String sum) {
  /**
   * The digest of a table.
   *
   * @param channel of change capture, whose target is to be compared: then the table must be as it
   *     was when the target was last brought up to it; null otherwise
   */
  static TableDigest of(ComputeDigest command, DataSource source, UUID channel)
      throws SQLException {
    TableName table = new TableName(command.schema(), command.table());
    try (Connection connection = Connections.reader(source)) {
      RowExpressions values = new RowExpressions(table, TableCatalog.columns(connection, table));
      String sql = sql(command, table, values);
      values.bind(connection);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setBytes(1, Base64.getDecoder().decode(command.salt()));
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          TableDigest digest = new TableDigest(rows.getLong(1), rows.getString(2));
          if (channel != null && Readers.behind(connection, channel)) {
            throw new RunFailure(
                "source-moved",
                "the source has changed since the run, so its sum would not be that of the target's"
                    + " position; run the service and reconcile again");
          }
          connection.rollback();
          return digest;
        }
      }
    }
  }

  private static String sql(ComputeDigest command, TableName table, RowExpressions values) {
    String row =
        command.columns().stream()
            .map(
                column ->
                    "CAST("
                        + values.value(column.name(), column.steps(), column.type())
                        + " AS "
                        + Sql.type(column.type())
                        + ")")
            .collect(Collectors.joining(", ", "ROW(", ")::text"));
    List<String> conditions = values.conditions(command.filter());
    return "SELECT count(*), coalesce(sum(('x' || substr(encode(sha256(CAST(? AS bytea) ||"
        + " convert_to("
        + row
        + ", 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint::numeric), 0)::text FROM "
        + table.quoted()
        + " t"
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }
}
