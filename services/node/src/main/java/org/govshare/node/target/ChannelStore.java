package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.channel.CarriedPosition;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameCodec;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.RowBalance;

/** The channel's row and its inbox. Nothing here commits: that is for whoever applies the rows. */
final class ChannelStore {
  private static final String COLUMNS =
      "source_node, target_node, epoch, incarnation, open_id, last_sequence, last_digest,"
          + " last_receipt, sealed_position, run_id, run_complete, apply_mode, run_messages,"
          + " run_rows, run_bytes, run_wire_bytes, run_parked, run_superseded";

  private final Connection connection;
  private final UUID channel;

  ChannelStore(Connection connection, UUID channel) {
    this.connection = connection;
    this.channel = channel;
  }

  /** Receives stored receipts. */
  interface ReceiptSink {
    void accept(byte[] content, byte[] signature);
  }

  /** The row, or null before the first opening; does not lock. */
  ChannelRow read() throws SQLException {
    return select("");
  }

  /** The row under its lock, or null before the first opening. */
  ChannelRow lock() throws SQLException {
    return select(" FOR UPDATE");
  }

  /** Makes the row, unless another process has just done so. */
  void create(ChannelRow row) throws SQLException {
    String sql =
        "INSERT INTO govshare.channel (channel_id, updated_at, "
            + COLUMNS
            + ") VALUES (?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (channel_id) DO NOTHING";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, channel);
      statement.setString(2, row.sourceNode());
      statement.setString(3, row.targetNode());
      bind(statement, 4, row);
      statement.executeUpdate();
    }
  }

  /** Writes the row, whose lock is held. */
  void update(ChannelRow row) throws SQLException {
    String sql =
        """
        UPDATE govshare.channel SET epoch = ?, incarnation = ?, open_id = ?, last_sequence = ?,
          last_digest = ?, last_receipt = ?, sealed_position = ?, run_id = ?, run_complete = ?,
          apply_mode = ?, run_messages = ?, run_rows = ?, run_bytes = ?, run_wire_bytes = ?,
          run_parked = ?, run_superseded = ?, updated_at = now()
        WHERE channel_id = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = bind(statement, 1, row);
      statement.setObject(next, channel);
      if (statement.executeUpdate() != 1) {
        throw new SQLException("the channel's row is gone");
      }
    }
  }

  /**
   * Whether another channel of the run copies straight in, so that the rows there are the run's.
   */
  boolean directBeside(List<UUID> channels, UUID run) throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT 1 FROM govshare.channel WHERE channel_id = ANY (?)"
            + " AND channel_id <> ? AND run_id = ? AND apply_mode = 'DIRECT')";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", channels.toArray()));
      statement.setObject(2, channel);
      statement.setObject(3, run);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /**
   * Closes channels whose place this one takes: what is still on its way in their epochs is
   * discarded. Gives where they stood.
   */
  byte[] takeOver(List<UUID> replaced) throws SQLException {
    Map<UUID, CarriedPosition> found = new HashMap<>();
    String lock =
        "SELECT channel_id, last_sequence, sealed_position FROM govshare.channel"
            + " WHERE channel_id = ANY (?) ORDER BY channel_id FOR UPDATE";
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      statement.setArray(1, connection.createArrayOf("uuid", replaced.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          boolean empty = rows.getLong(2) == 0;
          found.put(
              id, new CarriedPosition(id, rows.getLong(2), empty ? new byte[0] : rows.getBytes(3)));
        }
      }
    }
    String close =
        "UPDATE govshare.channel SET epoch = epoch + 1, incarnation = gen_random_uuid(),"
            + " open_id = gen_random_uuid(), updated_at = now() WHERE channel_id = ANY (?)";
    try (PreparedStatement statement = connection.prepareStatement(close)) {
      statement.setArray(1, connection.createArrayOf("uuid", replaced.toArray()));
      statement.executeUpdate();
    }
    return CarriedPosition.encode(
        replaced.stream()
            .map(id -> found.getOrDefault(id, new CarriedPosition(id, 0, new byte[0])))
            .toList(),
        FrameCodec.MAXIMUM_POSITION);
  }

  /** Adds a frame to the inbox with the receipt that is given for it. */
  void add(Receipt receipt, byte[] sealedPosition, byte[] content, byte[] signature)
      throws SQLException {
    String sql =
        """
        INSERT INTO govshare.inbox (channel_id, sequence, epoch, incarnation, run_id, kind, rows,
          bytes, wire_bytes, frame_digest, sealed_position, receipt, receipt_signature,
          committed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, channel);
      statement.setLong(2, receipt.sequence());
      statement.setLong(3, receipt.epoch().counter());
      statement.setObject(4, receipt.epoch().incarnation());
      statement.setObject(5, receipt.run());
      statement.setString(6, receipt.kind().name());
      statement.setLong(7, receipt.rows());
      statement.setLong(8, receipt.bytes());
      statement.setLong(9, receipt.wireBytes());
      statement.setBytes(10, receipt.frameDigest().bytes());
      statement.setBytes(11, sealedPosition);
      statement.setBytes(12, content);
      statement.setBytes(13, signature);
      statement.setObject(14, receipt.committedAt().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  /** Gives the receipts from a sequence on, in order, up to another. */
  void receipts(long from, long to, ReceiptSink sink) throws SQLException {
    String sql =
        "SELECT receipt, receipt_signature FROM govshare.inbox"
            + " WHERE channel_id = ? AND sequence BETWEEN ? AND ? ORDER BY sequence";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(500);
      statement.setObject(1, channel);
      statement.setLong(2, from);
      statement.setLong(3, to);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sink.accept(rows.getBytes(1), rows.getBytes(2));
        }
      }
    }
  }

  private ChannelRow select(String lock) throws SQLException {
    String sql = "SELECT " + COLUMNS + " FROM govshare.channel WHERE channel_id = ?" + lock;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, channel);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        return new ChannelRow(
            channel,
            rows.getString(1),
            rows.getString(2),
            new Epoch(rows.getLong(3), rows.getObject(4, UUID.class)),
            rows.getObject(5, UUID.class),
            rows.getLong(6),
            Digest.of(rows.getBytes(7)),
            Digest.of(rows.getBytes(8)),
            rows.getBytes(9),
            rows.getObject(10, UUID.class),
            rows.getBoolean(11),
            ApplyMode.valueOf(rows.getString(12)),
            new RunTotals(rows.getLong(13), rows.getLong(14), rows.getLong(15), rows.getLong(16)),
            new RowBalance(
                rows.getLong(14) - rows.getLong(17) - rows.getLong(18),
                rows.getLong(17),
                rows.getLong(18)));
      }
    }
  }

  private static int bind(PreparedStatement statement, int first, ChannelRow row)
      throws SQLException {
    int at = first;
    statement.setLong(at++, row.epoch().counter());
    statement.setObject(at++, row.epoch().incarnation());
    statement.setObject(at++, row.openId());
    statement.setLong(at++, row.lastSequence());
    statement.setBytes(at++, row.lastDigest().bytes());
    statement.setBytes(at++, row.lastReceipt().bytes());
    statement.setBytes(at++, row.sealedPosition());
    statement.setObject(at++, row.run());
    statement.setBoolean(at++, row.complete());
    statement.setString(at++, row.applyMode().name());
    statement.setLong(at++, row.totals().messages());
    statement.setLong(at++, row.totals().rows());
    statement.setLong(at++, row.totals().bytes());
    statement.setLong(at++, row.totals().wireBytes());
    statement.setLong(at++, row.balance().parked());
    statement.setLong(at++, row.balance().superseded());
    return at;
  }
}
