package org.govshare.node.target;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.OwnSeal;
import org.govshare.protocol.frame.FrameHeader;

/**
 * Rows of a service that the target's database refused, sealed by the node and kept beside the
 * channel. Nothing here commits: that is for whoever applies the other rows.
 *
 * <p>A row's key is known by the node's own mark of it alone, so that a later version of the row is
 * recognised without opening what is kept.
 */
final class ParkedRows {
  private static final int MARKS_AT_ONCE = 5_000;
  private static final int RETRIED_AT_ONCE = 500;

  private final Connection connection;
  private final StartRun command;
  private final OwnSeal seal;

  ParkedRows(Connection connection, StartRun command, OwnSeal seal) {
    this.connection = connection;
    this.command = command;
    this.seal = seal;
  }

  /**
   * A row that waits.
   *
   * @param id its number
   * @param tuple the row as it came
   */
  record Waiting(long id, byte[] tuple) {}

  /** Mark of a row's key. */
  byte[] mark(byte[] keyFields) {
    return seal.mark(context(command.serviceId()), keyFields);
  }

  /** Whether any row of the service waits for its table. */
  boolean anyWaiting() throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT 1 FROM govshare.parked_row WHERE service_id = ?"
            + " AND state = 'WAITING' AND schema_name = ? AND table_name = ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindTable(statement, 1);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getBoolean(1);
      }
    }
  }

  /**
   * Keeps a row of a frame.
   *
   * @param number its number within the frame, from 0
   */
  void park(FrameHeader frame, int number, byte[] tuple, byte[] mark, Refusal refusal)
      throws SQLException {
    String sql =
        """
        INSERT INTO govshare.parked_row (service_id, schema_name, table_name, channel_id, run_id,
          sequence, row_number, reason, sql_state, constraint_name, column_name, suite, key_mark,
          sealed, state, parked_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', now())
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindTable(statement, 1);
      statement.setObject(4, command.channelId());
      statement.setObject(5, command.runId());
      statement.setLong(6, frame.sequence());
      statement.setInt(7, number);
      statement.setString(8, refusal.reason());
      statement.setString(9, refusal.sqlState());
      statement.setString(10, refusal.constraint());
      statement.setString(11, refusal.column());
      statement.setInt(12, command.suite().number());
      statement.setBytes(13, mark);
      byte[] content = ParkedContent.of(command, tuple).encode();
      statement.setBytes(
          14, seal.seal(content, place(command.channelId(), frame.sequence(), number)));
      statement.executeUpdate();
    }
  }

  /** Later rows of these keys are applied or parked: what waited under them is over. */
  int supersede(List<byte[]> marks) throws SQLException {
    String sql =
        """
        UPDATE govshare.parked_row
        SET state = 'SUPERSEDED', sealed = NULL, settled_at = now(), settled_by = ?
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
          AND key_mark = ANY (?)
        """;
    int settled = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int at = 0; at < marks.size(); at += MARKS_AT_ONCE) {
        List<byte[]> some = marks.subList(at, Math.min(at + MARKS_AT_ONCE, marks.size()));
        Array array = connection.createArrayOf("bytea", some.toArray(byte[][]::new));
        statement.setString(1, "run " + command.runId());
        bindTable(statement, 2);
        statement.setArray(5, array);
        settled += statement.executeUpdate();
        array.free();
      }
    }
    return settled;
  }

  /** All rows of the service that wait for the table are over, whichever channel brought them. */
  int supersedeService() throws SQLException {
    String sql =
        """
        UPDATE govshare.parked_row
        SET state = 'SUPERSEDED', sealed = NULL, settled_at = now(), settled_by = ?
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "run " + command.runId());
      bindTable(statement, 2);
      return statement.executeUpdate();
    }
  }

  /**
   * All rows of the table are gone: nothing waits for it. What other lanes of the run have parked
   * is theirs to settle.
   */
  int supersedeAll() throws SQLException {
    String sql =
        """
        UPDATE govshare.parked_row
        SET state = 'SUPERSEDED', sealed = NULL, settled_at = now(), settled_by = ?
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
          AND (channel_id = ? OR channel_id <> ALL (?))
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "run " + command.runId());
      bindTable(statement, 2);
      statement.setObject(5, command.channelId());
      statement.setArray(6, connection.createArrayOf("uuid", command.lane().channels().toArray()));
      return statement.executeUpdate();
    }
  }

  /**
   * Rows of the channel's run that wait because they did not fit others, in the order in which they
   * came.
   *
   * @param after number of the last one seen, 0 to begin
   */
  List<Waiting> unfitOfRun(long after) throws SQLException {
    String sql =
        """
        SELECT parked_id, sequence, row_number, sealed FROM govshare.parked_row
        WHERE service_id = ? AND state = 'WAITING' AND schema_name = ? AND table_name = ?
          AND run_id = ? AND channel_id = ? AND sql_state LIKE '23%' AND parked_id > ?
        ORDER BY parked_id LIMIT ?
        """;
    List<Waiting> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindTable(statement, 1);
      statement.setObject(4, command.runId());
      statement.setObject(5, command.channelId());
      statement.setLong(6, after);
      statement.setInt(7, RETRIED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          byte[] content =
              seal.open(
                  rows.getBytes(4), place(command.channelId(), rows.getLong(2), rows.getInt(3)));
          found.add(new Waiting(rows.getLong(1), ParkedContent.decode(content).tuple()));
        }
      }
    }
    return found;
  }

  /** The row is in the table now. */
  void mended(long id) throws SQLException {
    String sql =
        "UPDATE govshare.parked_row SET state = 'MENDED', sealed = NULL, settled_at = now(),"
            + " settled_by = ? WHERE parked_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "run " + command.runId());
      statement.setLong(2, id);
      statement.executeUpdate();
    }
  }

  /** What a row's seal is bound to. */
  static byte[] place(UUID channel, long sequence, int number) {
    byte[] bound = context(channel);
    return ByteBuffer.allocate(bound.length + 12)
        .put(bound)
        .putLong(sequence)
        .putInt(number)
        .array();
  }

  private static byte[] context(UUID id) {
    byte[] purpose = "parked".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(purpose.length + 16)
        .put(purpose)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private void bindTable(PreparedStatement statement, int first) throws SQLException {
    statement.setObject(first, command.serviceId());
    statement.setString(first + 1, command.schema());
    statement.setString(first + 2, command.table());
  }
}
