package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.StartRun;

/**
 * What change capture has brought into a table for a service: the version of each row, the lane
 * that brought it, and a generation that grows with each lane's copy. Works within the caller's
 * transaction; lanes hold nothing of each other's but while a copy begins or ends.
 */
final class Replica {
  private final Connection connection;
  private final StartRun command;
  private final TableName table;
  private final List<String> key;
  private int number;
  private int lane;
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

  /** Number of the lane, as versions name it. */
  int lane() {
    return lane;
  }

  /** Whether a copy has begun and nothing has come after it. */
  boolean copying() {
    return copying;
  }

  /** A copy of the lane's part of the table begins; channels of another design are over. */
  void begin() throws SQLException {
    insert();
    Found found = read(" FOR UPDATE");
    if (!found.key().equals(key)) {
      remove();
      insert();
      read(" FOR UPDATE");
    }
    createVersions();
    try (PreparedStatement others =
            connection.prepareStatement(
                "DELETE FROM govshare.replica_lane WHERE replica = ? AND channel_id <> ALL (?)");
        PreparedStatement grown =
            connection.prepareStatement(
                "UPDATE govshare.replica SET generation = generation + 1 WHERE number = ?"
                    + " RETURNING generation");
        PreparedStatement own =
            connection.prepareStatement(
                "INSERT INTO govshare.replica_lane (replica, channel_id, generation, copying)"
                    + " VALUES (?, ?, ?, true) ON CONFLICT (replica, channel_id) DO UPDATE"
                    + " SET generation = EXCLUDED.generation, copying = true")) {
      others.setInt(1, number);
      others.setArray(2, connection.createArrayOf("uuid", command.lane().channels().toArray()));
      others.executeUpdate();
      grown.setInt(1, number);
      try (ResultSet rows = grown.executeQuery()) {
        rows.next();
        generation = rows.getLong(1);
      }
      own.setInt(1, number);
      own.setObject(2, command.channelId());
      own.setLong(3, generation);
      own.executeUpdate();
    }
  }

  /** Takes the lane's lock. */
  void lock() throws SQLException {
    if (!lockIfThere()) {
      throw new RunFailure(
          "frame-order", "changes of table " + table + " came before a copy of it");
    }
  }

  /** Takes the lane's lock; false if nothing was ever brought. */
  boolean lockIfThere() throws SQLException {
    Found found = read("");
    if (found == null) {
      return false;
    }
    if (!found.key().equals(key)) {
      throw new RunFailure(
          "key-changed", "the key has other columns than before; take a new snapshot");
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT number, generation, copying FROM govshare.replica_lane"
                + " WHERE replica = ? AND channel_id = ? FOR UPDATE")) {
      statement.setInt(1, number);
      statement.setObject(2, command.channelId());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new RunFailure(
              "channel-superseded",
              "the service has another channel by now; take a new snapshot in this one");
        }
        lane = rows.getInt(1);
        generation = rows.getLong(2);
        copying = rows.getBoolean(3);
        return true;
      }
    }
  }

  /**
   * Rows that an earlier copy of the lane brought and this one did not are gone at the source, and
   * when all lanes have copied, so are those that lanes of another number brought and none of
   * these.
   */
  void finishCopy() throws SQLException {
    if (!copying) {
      return;
    }
    // The lane that finishes last sees that the others have.
    read(" FOR UPDATE");
    delete("o.govshare_lane = " + lane + " AND o.govshare_generation < " + generation);
    copying = false;
    boolean all;
    try (PreparedStatement own =
            connection.prepareStatement(
                "UPDATE govshare.replica_lane SET copying = false"
                    + " WHERE replica = ? AND channel_id = ?");
        PreparedStatement others =
            connection.prepareStatement(
                "SELECT count(*) FROM govshare.replica_lane"
                    + " WHERE replica = ? AND channel_id = ANY (?) AND NOT copying")) {
      own.setInt(1, number);
      own.setObject(2, command.channelId());
      own.executeUpdate();
      others.setInt(1, number);
      others.setArray(2, connection.createArrayOf("uuid", command.lane().channels().toArray()));
      try (ResultSet rows = others.executeQuery()) {
        rows.next();
        all = rows.getInt(1) == command.lane().count();
      }
    }
    if (all) {
      delete(
          "o.govshare_lane NOT IN (SELECT l.number FROM govshare.replica_lane l WHERE l.replica = "
              + number
              + ")");
    }
  }

  /** All rows of the lane that are older than a version are gone at the source. */
  void truncate(long version) throws SQLException {
    String older =
        "o.govshare_lane = "
            + lane
            + " AND (o.govshare_generation, o.govshare_version) < ("
            + generation
            + ", "
            + version
            + ")";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(deleteRows(older));
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

  private void delete(String which) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(deleteRows(which));
      statement.executeUpdate("DELETE FROM " + versions() + " o WHERE " + which);
    }
  }

  private String deleteRows(String which) {
    return "DELETE FROM "
        + table.quoted()
        + " t USING "
        + versions()
        + " o WHERE "
        + same(key, "t", "o")
        + " AND NOT o.govshare_deleted AND "
        + which;
  }

  private record Found(List<String> key) {}

  private Found read(String lock) throws SQLException {
    String sql =
        "SELECT number, key_columns FROM govshare.replica"
            + " WHERE service_id = ? AND schema_name = ? AND table_name = ?"
            + lock;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindTable(statement);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        number = rows.getInt(1);
        return new Found(Arrays.asList((String[]) rows.getArray(2).getArray()));
      }
    }
  }

  /** Makes the replica unless it is there; a lane that does so at the same time is waited for. */
  private void insert() throws SQLException {
    String sql =
        """
        INSERT INTO govshare.replica (service_id, schema_name, table_name, key_columns, generation)
        VALUES (?, ?, ?, ?, 0) ON CONFLICT (service_id, schema_name, table_name) DO NOTHING
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindTable(statement);
      statement.setArray(4, connection.createArrayOf("text", key.toArray()));
      statement.executeUpdate();
    }
  }

  private void createVersions() throws SQLException {
    String keys = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_tables"
                  + " WHERE schemaname = 'govshare' AND tablename = 'replica_"
                  + number
                  + "')")) {
        rows.next();
        if (rows.getBoolean(1)) {
          return;
        }
      }
      statement.execute(
          "CREATE TABLE "
              + versions()
              + " AS SELECT "
              + keys
              + ", CAST(NULL AS bigint) AS govshare_generation,"
              + " CAST(NULL AS bigint) AS govshare_version,"
              + " CAST(NULL AS boolean) AS govshare_deleted,"
              + " CAST(NULL AS boolean) AS govshare_displaced,"
              + " CAST(NULL AS integer) AS govshare_lane FROM "
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

  private void bindTable(PreparedStatement statement) throws SQLException {
    statement.setObject(1, command.serviceId());
    statement.setString(2, table.schema());
    statement.setString(3, table.table());
  }
}
