package org.govshare.node.target;

import java.security.PublicKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.OwnSeal;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SealedForNode;

/**
 * Keys of parked rows, sealed for the source that is to send the rows again. Nobody on the way
 * learns them; the source has these rows already.
 *
 * @param count how many keys there are
 * @param sealed the keys
 */
public record ParkedKeys(int count, SealedForNode sealed) {
  /** Bounds the answer, however long the keys are. */
  private static final int TEXT_LIMIT = 512 << 10;

  /** The keys of the oldest rows that wait and are meant. */
  public static ParkedKeys of(DataSource source, SealParked command, Keyring keys)
      throws SQLException {
    PublicKey receiver = PublicKeys.agreementKey(command.suite(), command.peerAgreementKey());
    try (Connection connection = Connections.writer(source)) {
      StateSchema.prepare(connection);
      List<List<String>> found = read(connection, command, keys);
      connection.rollback();
      return new ParkedKeys(
          found.size(),
          SealedForNode.seal(
              receiver,
              SealParked.context(command.runId(), command.channelId()),
              Json.write(found)));
    }
  }

  private static List<List<String>> read(Connection connection, SealParked command, Keyring keys)
      throws SQLException {
    String sql =
        """
        SELECT channel_id, sequence, row_number, suite, sealed
        FROM govshare.parked_row
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
          AND (CAST(? AS uuid) IS NULL OR run_id = ?) AND (CAST(? AS text) IS NULL OR reason = ?)
          AND (CAST(? AS text) IS NULL OR constraint_name = ?)
          AND (CAST(? AS bigint[]) IS NULL OR parked_id = ANY (?))
        ORDER BY parked_id LIMIT ?
        """;
    ParkedText text = new ParkedText(connection);
    List<List<String>> found = new ArrayList<>();
    int length = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, command);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && length < TEXT_LIMIT) {
          OwnSeal seal = new OwnSeal(keys.of(CryptoSuite.of(rows.getByte(4))));
          byte[] place =
              ParkedRows.place(rows.getObject(1, UUID.class), rows.getLong(2), rows.getInt(3));
          Map<String, String> values =
              text.of(ParkedContent.decode(seal.open(rows.getBytes(5), place)));
          List<String> key = command.keyColumns().stream().map(values::get).toList();
          // A key that is no value of its type cannot be asked for.
          if (key.stream().allMatch(Objects::nonNull)) {
            found.add(key);
            length += key.stream().mapToInt(String::length).sum();
          }
        }
      }
    }
    return found;
  }

  private static void bind(Connection connection, PreparedStatement statement, SealParked command)
      throws SQLException {
    Array rows =
        command.rows() == null
            ? null
            : connection.createArrayOf("bigint", command.rows().toArray(Long[]::new));
    statement.setObject(1, command.serviceId());
    statement.setString(2, command.schema());
    statement.setString(3, command.table());
    statement.setObject(4, command.ofRun());
    statement.setObject(5, command.ofRun());
    statement.setString(6, command.reason());
    statement.setString(7, command.reason());
    statement.setString(8, command.constraint());
    statement.setString(9, command.constraint());
    statement.setArray(10, rows);
    statement.setArray(11, rows);
    statement.setInt(12, SealParked.KEYS);
  }
}
