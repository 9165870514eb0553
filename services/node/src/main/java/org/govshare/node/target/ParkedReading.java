package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.Sql;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.OwnSeal;
import org.govshare.protocol.crypto.SealedText;

/**
 * Opens parked rows and seals them anew for one reader. The database turns values into text, in a
 * table of the session whose types have no lengths, because the length may be what did not fit.
 */
public final class ParkedReading {
  private static final String SHOWN = "pg_temp.govshare_shown";

  private final Connection connection;
  private final ShowParked command;
  private final Keyring keys;

  private ParkedReading(Connection connection, ShowParked command, Keyring keys) {
    this.connection = connection;
    this.command = command;
    this.keys = keys;
  }

  /**
   * A row as its reader sees it; values are null where they cannot be shown.
   *
   * @param runId the run that brought it
   * @param reason why it did not fit
   * @param constraint the constraint that it breaks, or null
   * @param column the column that it does not fit, or null
   * @param values text of each column
   */
  record Shown(
      UUID runId, String reason, String constraint, String column, Map<String, String> values) {}

  /** The oldest rows that wait. */
  public static SealedText of(DataSource source, ShowParked command, Keyring keys)
      throws SQLException {
    try (Connection connection = Connections.writer(source)) {
      StateSchema.prepare(connection);
      List<Shown> rows = new ParkedReading(connection, command, keys).rows();
      connection.rollback();
      return SealedText.seal(command.readerKey(), command.showingId().toString(), Json.write(rows));
    }
  }

  private List<Shown> rows() throws SQLException {
    String sql =
        """
        SELECT run_id, reason, constraint_name, column_name, channel_id, sequence, row_number,
               suite, sealed
        FROM govshare.parked_row
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
        ORDER BY parked_id LIMIT ?
        """;
    List<Shown> shown = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, command.serviceId());
      statement.setString(2, command.schema());
      statement.setString(3, command.table());
      statement.setInt(4, ShowParked.ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          OwnSeal seal = new OwnSeal(keys.of(CryptoSuite.of(rows.getByte(8))));
          byte[] place =
              ParkedRows.place(rows.getObject(5, UUID.class), rows.getLong(6), rows.getInt(7));
          ParkedContent content = ParkedContent.decode(seal.open(rows.getBytes(9), place));
          shown.add(
              new Shown(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  values(content)));
        }
      }
    }
    return shown;
  }

  private Map<String, String> values(ParkedContent content) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    content.columns().forEach(column -> values.put(column.name(), null));
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      // A change has two fields before those of the row.
      int fields = (content.tuple()[0] & 0xff) << 8 | content.tuple()[1] & 0xff;
      boolean change = fields > content.columns().size();
      statement.execute(
          "CREATE TEMPORARY TABLE govshare_shown ("
              + (change ? "operation \"char\", version bigint, " : "")
              + IntStream.range(0, content.columns().size())
                  .mapToObj(i -> "c" + i + " " + loose(content.columns().get(i).type()))
                  .collect(Collectors.joining(", "))
              + ")");
      TableWriter.copy(connection, SHOWN, content.tuple(), 0, content.tuple().length, 1);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT "
                  + IntStream.range(0, content.columns().size())
                      .mapToObj(i -> "c" + i + "::text")
                      .collect(Collectors.joining(", "))
                  + " FROM "
                  + SHOWN)) {
        row.next();
        for (int i = 0; i < content.columns().size(); i++) {
          values.put(content.columns().get(i).name(), row.getString(i + 1));
        }
      }
    } catch (SQLException e) {
      if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
        throw e;
      }
      // Not even a value of its type; that it is there is all that can be said.
    }
    connection.rollback(before);
    return values;
  }

  private static String loose(String type) {
    return Sql.castType(type).replaceAll("\\([0-9, -]+\\)", "");
  }
}
