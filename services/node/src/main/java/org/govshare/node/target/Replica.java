package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.StartRun;

/**
 * What change capture has brought into a table for a service: the version of each row, and a
 * generation that grows with each copy of the whole table. Works within the caller's transaction.
 */
final class Replica {
  private final Connection connection;
  private final StartRun command;
  private final TableName table;
  private final List<String> key;
  private int number;
  private long generation;
  private boolean copying;

  Replica(Connection connection, StartRun command) {
    this.connection = connection;
    this.command = command;
    this.table = new TableName(command.schema(), command.table());
    this.key = command.targetKeyColumns();
  }

  /** The table of versions, for a statement. */
  String versions() {
    return "govshare." + Sql.quote("replica_" + number);
  }

  long generation() {
    return generation;
  }

  /** Whether a copy has begun and nothing has come after it. */
  boolean copying() {
    return copying;
  }

  /** A copy of the whole table begins. */
  void begin() throws SQLException {
    if (!read(true)) {
      create();
    }
    generation++;
    copying = true;
    update();
  }

  /** Takes the lock. */
  void lock() throws SQLException {
    if (!lockIfThere()) {
      throw new RunFailure(
          "frame-order", "changes of table " + table + " came before a copy of it");
    }
  }

  /** Takes the lock; false if nothing was ever brought. */
  boolean lockIfThere() throws SQLException {
    return read(false);
  }

  /** Rows that an earlier copy brought and this one did not are gone at the source. */
  void finishCopy() throws SQLException {
    if (!copying) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "DELETE FROM "
              + table.quoted()
              + " t USING "
              + versions()
              + " o WHERE "
              + same(key, "t", "o")
              + " AND NOT o.govshare_deleted AND o.govshare_generation < "
              + generation);
      statement.executeUpdate(
          "DELETE FROM " + versions() + " WHERE govshare_generation < " + generation);
    }
    copying = false;
    update();
  }

  /** All rows that are older than a version are gone at the source. */
  void truncate(long version) throws SQLException {
    String older =
        "(o.govshare_generation, o.govshare_version) < (" + generation + ", " + version + ")";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "DELETE FROM "
              + table.quoted()
              + " t USING "
              + versions()
              + " o WHERE "
              + same(key, "t", "o")
              + " AND NOT o.govshare_deleted AND "
              + older);
      statement.executeUpdate(
          "UPDATE "
              + versions()
              + " o SET govshare_generation = "
              + generation
              + ", govshare_version = "
              + version
              + ", govshare_deleted = true WHERE "
              + older);
    }
  }

  /** Equality of two keys. */
  static String same(List<String> key, String one, String other) {
    return key.stream()
        .map(column -> one + "." + Sql.quote(column) + " = " + other + "." + Sql.quote(column))
        .collect(Collectors.joining(" AND "));
  }

  private boolean read(boolean anew) throws SQLException {
    String sql =
        """
        SELECT number, key_columns, generation, copying, channel_id FROM govshare.replica
        WHERE service_id = ? AND schema_name = ? AND table_name = ? FOR UPDATE
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, command.serviceId());
      statement.setString(2, table.schema());
      statement.setString(3, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return false;
        }
        number = rows.getInt(1);
        if (!Arrays.asList((String[]) rows.getArray(2).getArray()).equals(key)) {
          if (!anew) {
            throw new RunFailure(
                "key-changed", "the key has other columns than before; take a new snapshot");
          }
          remove();
          return false;
        }
        generation = rows.getLong(3);
        copying = rows.getBoolean(4);
        if (!anew && !command.channelId().equals(rows.getObject(5, UUID.class))) {
          throw new RunFailure(
              "channel-superseded",
              "the service has another channel by now; take a new snapshot in this one");
        }
        return true;
      }
    }
  }

  private void create() throws SQLException {
    String sql =
        """
        INSERT INTO govshare.replica
          (service_id, schema_name, table_name, key_columns, generation, copying)
        VALUES (?, ?, ?, ?, 0, false) RETURNING number
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, command.serviceId());
      statement.setString(2, table.schema());
      statement.setString(3, table.table());
      statement.setArray(4, connection.createArrayOf("text", key.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        number = rows.getInt(1);
      }
    }
    generation = 0;
    String keys = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE "
              + versions()
              + " AS SELECT "
              + keys
              + ", CAST(NULL AS bigint) AS govshare_generation,"
              + " CAST(NULL AS bigint) AS govshare_version,"
              + " CAST(NULL AS boolean) AS govshare_deleted,"
              + " CAST(NULL AS boolean) AS govshare_displaced FROM "
              + table.quoted()
              + " WITH NO DATA");
      statement.execute("ALTER TABLE " + versions() + " ADD PRIMARY KEY (" + keys + ")");
    }
  }

  private void remove() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE " + versions());
      statement.execute("DELETE FROM govshare.replica WHERE number = " + number);
    }
  }

  private void update() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE govshare.replica SET generation = ?, copying = ?, channel_id = ?"
                + " WHERE number = ?")) {
      statement.setLong(1, generation);
      statement.setBoolean(2, copying);
      statement.setObject(3, command.channelId());
      statement.setInt(4, number);
      statement.executeUpdate();
    }
  }
}
