package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.OwnSeal;
import org.govshare.protocol.crypto.SealedText;

/** Opens parked rows and seals them anew for one reader. */
public final class ParkedReading {
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
   * @param number its number in this database, by which it is named; it says nothing of the row
   * @param runId the run that brought it
   * @param reason why it did not fit
   * @param constraint the constraint that it breaks, or null
   * @param column the column that it does not fit, or null
   * @param values text of each column
   */
  record Shown(
      long number,
      UUID runId,
      String reason,
      String constraint,
      String column,
      Map<String, String> values) {}

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
               suite, sealed, parked_id
        FROM govshare.parked_row
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
        ORDER BY parked_id LIMIT ?
        """;
    List<Shown> shown = new ArrayList<>();
    ParkedText text = new ParkedText(connection);
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
                  rows.getLong(10),
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  text.of(content)));
        }
      }
    }
    return shown;
  }
}
