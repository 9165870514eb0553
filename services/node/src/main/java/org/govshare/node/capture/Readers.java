package org.govshare.node.capture;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.govshare.node.run.RunFailure;

/** The channels that changes are kept for. Works within the caller's transaction. */
public final class Readers {
  private final Connection connection;
  private final Installation installation;

  /** Readers of an installation. */
  public Readers(Connection connection, Installation installation) {
    this.connection = connection;
    this.installation = installation;
  }

  /**
   * Keeps from now on, for a channel that begins anew, what the present snapshot does not see. A
   * lane whose companions have begun already keeps what they keep, so that it may read in their
   * snapshot.
   *
   * @param structure columns that it reads, as they are now
   * @param lanes channels of all lanes
   * @return the snapshot after which everything is kept
   */
  public Snapshot begin(UUID channel, String structure, Collection<UUID> lanes)
      throws SQLException {
    String sql =
        """
        INSERT INTO govshare_capture.reader (channel_id, installation, structure, windows,
          delivered, delivered_at)
        VALUES (?, ?, ?, 0, coalesce(
          (SELECT r.delivered FROM govshare_capture.reader r WHERE r.channel_id = ANY (?)
             AND r.channel_id <> ? AND r.installation = ? AND r.windows = 0
           ORDER BY r.delivered_at LIMIT 1),
          pg_catalog.pg_current_snapshot()), now())
        ON CONFLICT (channel_id) DO UPDATE SET installation = EXCLUDED.installation,
          structure = EXCLUDED.structure, windows = 0, delivered = EXCLUDED.delivered,
          delivered_at = EXCLUDED.delivered_at
        RETURNING delivered::text
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, channel);
      statement.setInt(2, installation.number());
      statement.setString(3, structure);
      statement.setArray(4, connection.createArrayOf("uuid", lanes.toArray()));
      statement.setObject(5, channel);
      statement.setInt(6, installation.number());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return Snapshot.parse(rows.getString(1));
      }
    }
  }

  /**
   * Keeps changes for no channel of a service but these: a target that was taken away, or lanes of
   * another number, must not hold them up.
   *
   * @param channels all channels of the service's run; without any nothing is forgotten
   */
  public void keepOnly(UUID service, Collection<UUID> channels) throws SQLException {
    if (service == null || channels.isEmpty()) {
      return;
    }
    Array kept = connection.createArrayOf("uuid", channels.toArray());
    try (PreparedStatement own =
            connection.prepareStatement(
                "UPDATE govshare_capture.reader SET service_id = ? WHERE channel_id = ANY (?)"
                    + " AND service_id IS DISTINCT FROM ?");
        PreparedStatement others =
            connection.prepareStatement(
                "DELETE FROM govshare_capture.reader"
                    + " WHERE service_id = ? AND channel_id <> ALL (?)")) {
      own.setObject(1, service);
      own.setArray(2, kept);
      own.setObject(3, service);
      own.executeUpdate();
      others.setObject(1, service);
      others.setArray(2, kept);
      others.executeUpdate();
    }
  }

  /** Keeps changes for a channel no longer; it begins with a copy if it ever comes again. */
  public static void forget(Connection connection, UUID channel) throws SQLException {
    if (!CaptureSchema.exists(connection)) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM govshare_capture.reader WHERE channel_id = ?")) {
      statement.setObject(1, channel);
      statement.executeUpdate();
    }
  }

  /**
   * Makes sure that every change after a position is still there.
   *
   * @param windows how many windows the target had when it took the position
   * @throws RunFailure if history is gone or columns are not the ones that were read
   */
  public void require(UUID channel, long windows, String structure) throws SQLException {
    String sql =
        "SELECT windows, structure FROM govshare_capture.reader"
            + " WHERE channel_id = ? AND installation = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, channel);
      statement.setInt(2, installation.number());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next() || rows.getLong(1) > windows) {
          throw new RunFailure(
              "history-purged",
              "changes after the last position are not kept any more; take a new snapshot");
        }
        if (!rows.getString(2).equals(structure)) {
          throw new RunFailure(
              "capture-structure",
              "the table's columns, the mapping or the row filter are not those of the last run; take"
                  + " a new snapshot");
        }
      }
    }
  }

  /** Remembers what a target has given its receipt for. */
  public void delivered(UUID channel, long windows, Snapshot snapshot) throws SQLException {
    String sql =
        """
        UPDATE govshare_capture.reader SET windows = ?, delivered = CAST(? AS pg_snapshot),
          delivered_at = now()
        WHERE channel_id = ? AND installation = ? AND windows < ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, windows);
      statement.setString(2, snapshot.text());
      statement.setObject(3, channel);
      statement.setInt(4, installation.number());
      statement.setLong(5, windows);
      statement.executeUpdate();
    }
  }

  /** Whether there is none. */
  boolean none() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT NOT EXISTS (SELECT 1 FROM govshare_capture.reader WHERE installation = ?)")) {
      statement.setInt(1, installation.number());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /** Whether the table has changed since what a channel has got, as the connection sees it. */
  public static boolean behind(Connection connection, UUID channel) throws SQLException {
    int number;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT installation FROM govshare_capture.reader WHERE channel_id = ?")) {
      statement.setObject(1, channel);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return true;
        }
        number = rows.getInt(1);
      }
    }
    String sql =
        "SELECT EXISTS (SELECT 1 FROM govshare_capture.reader r JOIN "
            + new Installation(number, null, null, null).changes()
            + " c ON c.op <> 'R' AND NOT pg_catalog.pg_visible_in_snapshot(c.xid, r.delivered)"
            + " WHERE r.channel_id = ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, channel);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /** What is recorded for a target's channels; null if one of them reads no changes. */
  public static Written written(Connection connection, List<UUID> channels) throws SQLException {
    if (channels.isEmpty() || !CaptureSchema.exists(connection)) {
      return null;
    }
    String sql =
        """
        SELECT i.number, i.incarnation, i.key_columns, i.kept_columns
        FROM govshare_capture.reader r
        JOIN govshare_capture.installation i ON i.number = r.installation
        WHERE r.channel_id = ANY (?) GROUP BY i.number HAVING count(*) = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", channels.toArray()));
      statement.setInt(2, channels.size());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? new Written(
                new Installation(
                    rows.getInt(1),
                    rows.getObject(2, UUID.class),
                    List.of((String[]) rows.getArray(3).getArray()),
                    List.of((String[]) rows.getArray(4).getArray())))
            : null;
      }
    }
  }

  /** Removes changes that every reader has got. */
  public int purge() throws SQLException {
    String sql =
        "DELETE FROM "
            + installation.changes()
            + " c WHERE EXISTS (SELECT 1 FROM govshare_capture.reader r WHERE r.installation = ?)"
            + " AND NOT EXISTS (SELECT 1 FROM govshare_capture.reader r WHERE r.installation = ?"
            + " AND NOT pg_catalog.pg_visible_in_snapshot(c.xid, r.delivered))";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, installation.number());
      statement.setInt(2, installation.number());
      return statement.executeUpdate();
    }
  }
}
