package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.receipt.RowBalance;

/**
 * The rows that a channel has brought in a run that replaces its table's content: they wait in a
 * table of the channel's own, with the columns of the target table and nothing to look them up by.
 * Works within the caller's transaction.
 */
final class Shadow {
  private final Connection connection;
  private final StartRun command;
  private final TableName table;
  private final List<String> columns;
  private final String columnList;
  private final Replacement replacement;

  Shadow(Connection connection, StartRun command) {
    this.connection = connection;
    this.command = command;
    this.table = new TableName(command.schema(), command.table());
    this.columns = command.columns().stream().map(MappedColumn::target).toList();
    this.columnList = columns.stream().map(Sql::quote).collect(Collectors.joining(", "));
    this.replacement = new Replacement(connection, command, columns);
  }

  private record Found(int number, UUID run, long epoch, long rows) {}

  /** Adds the rows of a frame. */
  RowBalance write(Epoch epoch, byte[] tuples, int length, int rows) throws SQLException {
    Found found = ready(epoch);
    TableWriter.copy(
        connection, name(found.number()) + " (" + columnList + ")", tuples, 0, length, rows);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE govshare.shadow SET rows = rows + ? WHERE channel_id = ?")) {
      statement.setInt(1, rows);
      statement.setObject(2, command.channelId());
      statement.executeUpdate();
    }
    return RowBalance.allApplied(rows);
  }

  /**
   * The channel's rows have all come.
   *
   * @param before what the run's rows came to
   * @return what the end changes of that: rows of copies that broke off count as superseded
   */
  RowBalance end(Epoch epoch, RowBalance before) throws SQLException {
    long discarded = before.applied() - ready(epoch).rows();
    if (discarded < 0 || discarded > 0 && keyed()) {
      throw new RunFailure(
          "row-count",
          "the rows that wait for table " + table + " are not those that were brought");
    }
    return new RowBalance(-discarded, 0, discarded);
  }

  /**
   * Whether the other lanes have ended too. Of lanes that end at the same time one waits for the
   * other, so that one of them sees it.
   */
  boolean completesRun() throws SQLException {
    UUID group = command.lane().group();
    List<UUID> lanes = command.lane().channels();
    String sql =
        "SELECT count(*) FROM govshare.channel WHERE channel_id = ANY (?) AND channel_id <> ?"
            + " AND run_id = ? AND run_complete";
    try (Statement lock = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      lock.execute(
          "SELECT pg_catalog.pg_advisory_xact_lock("
              + (group.getMostSignificantBits() ^ group.getLeastSignificantBits())
              + ")");
      statement.setArray(1, connection.createArrayOf("uuid", lanes.toArray()));
      statement.setObject(2, command.channelId());
      statement.setObject(3, command.runId());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1) == lanes.size() - 1;
      }
    }
  }

  /** Makes the target's content what the lanes have brought, and forgets what they have. */
  void replace() throws SQLException {
    List<String> shadows = new ArrayList<>();
    long rows = 0;
    for (UUID lane : command.lane().channels()) {
      Found found = read(lane);
      if (found == null || !found.run().equals(command.runId())) {
        throw new RunFailure(
            "row-count", "rows that wait for table " + table + " are not there any more");
      }
      shadows.add(name(found.number()));
      rows += found.rows();
    }
    replacement.replace(shadows, rows);
    forget(connection, command.lane().channels());
  }

  /** Drops what channels have brought. */
  static void forget(Connection connection, List<UUID> channels) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM govshare.shadow WHERE channel_id = ANY (?) RETURNING number")) {
      statement.setArray(1, connection.createArrayOf("uuid", channels.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getInt(1));
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (int number : numbers) {
        statement.execute("DROP TABLE " + name(number));
      }
    }
  }

  /** The channel's own; without a key it is empty when the source has begun to read anew. */
  private Found ready(Epoch epoch) throws SQLException {
    Found found = read(command.channelId());
    if (found == null || !found.run().equals(command.runId())) {
      forget(connection, List.of(command.channelId()));
      return create(epoch);
    }
    if (keyed() || found.epoch() == epoch.counter()) {
      return found;
    }
    try (Statement statement = connection.createStatement();
        PreparedStatement anew =
            connection.prepareStatement(
                "UPDATE govshare.shadow SET epoch = ?, rows = 0 WHERE channel_id = ?")) {
      statement.execute("TRUNCATE " + name(found.number()));
      anew.setLong(1, epoch.counter());
      anew.setObject(2, command.channelId());
      anew.executeUpdate();
    }
    return new Found(found.number(), found.run(), epoch.counter(), 0);
  }

  private Found create(Epoch epoch) throws SQLException {
    replacement.requirePossible();
    int number;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO govshare.shadow (channel_id, run_id, epoch, rows) VALUES (?, ?, ?, 0)"
                + " RETURNING number")) {
      statement.setObject(1, command.channelId());
      statement.setObject(2, command.runId());
      statement.setLong(3, epoch.counter());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        number = rows.getInt(1);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE "
              + name(number)
              + " AS SELECT "
              + columnList
              + " FROM "
              + table.quoted()
              + " WITH NO DATA");
      // What the table does not take is told by the frame that brings it, not at the end.
      Map<String, TableCatalog.Column> catalog = TableCatalog.columns(connection, table);
      for (String column : columns) {
        if (!catalog.get(column).nullable()) {
          statement.execute(
              "ALTER TABLE "
                  + name(number)
                  + " ALTER COLUMN "
                  + Sql.quote(column)
                  + " SET NOT NULL");
        }
      }
    }
    return new Found(number, command.runId(), epoch.counter(), 0);
  }

  private Found read(UUID channel) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT number, run_id, epoch, rows FROM govshare.shadow WHERE channel_id = ?")) {
      statement.setObject(1, channel);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? new Found(
                rows.getInt(1), rows.getObject(2, UUID.class), rows.getLong(3), rows.getLong(4))
            : null;
      }
    }
  }

  private boolean keyed() {
    return !command.targetKeyColumns().isEmpty();
  }

  private static String name(int number) {
    return "govshare." + Sql.quote("shadow_" + number);
  }
}
