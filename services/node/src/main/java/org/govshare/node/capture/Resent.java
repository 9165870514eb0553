package org.govshare.node.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.state.Json;

/**
 * Has a channel's next window deliver keys whose rows were not written: they are put among the
 * changes, for that channel alone. Works within the caller's transaction.
 *
 * <p>Nobody holds the rows meanwhile, so the number of such an entry says nothing of the order of
 * writes: it places the key in the window and is no version of its row.
 */
public final class Resent {
  private final Connection connection;
  private final Installation installation;

  /** For the changes of an installation. */
  public Resent(Connection connection, Installation installation) {
    this.connection = connection;
    this.installation = installation;
  }

  /**
   * Puts keys among the changes, unless the run has done so.
   *
   * @param types types of the key's columns
   */
  public void add(UUID channel, UUID run, List<List<String>> keys, List<String> types)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    String key =
        IntStream.range(0, types.size())
            .mapToObj(i -> RowExpressions.cast("k.value ->> " + i, types.get(i)))
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT pg_catalog.jsonb_build_array("
            + key
            + ") FROM pg_catalog.jsonb_array_elements(CAST(? AS jsonb)) k";
    add(channel, run, sql, Json.write(keys));
  }

  /**
   * Puts among the changes what a query finds, unless the run has done so.
   *
   * @param sql a query for keys, each an array as triggers record them
   */
  public void add(UUID channel, UUID run, String sql) throws SQLException {
    add(channel, run, sql, null);
  }

  private void add(UUID channel, UUID run, String keys, String argument) throws SQLException {
    String sql =
        """
        INSERT INTO %1$s (op, key, before)
        SELECT 'R', k.key, o.mark
        FROM (SELECT pg_catalog.jsonb_build_object('channel', ?::text, 'run', ?::text) AS mark) o
        CROSS JOIN (%2$s) k (key)
        WHERE NOT EXISTS (SELECT 1 FROM %1$s c WHERE c.op = 'R' AND c.before = o.mark)
        """
            .formatted(installation.changes(), keys);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, channel.toString());
      statement.setString(2, run.toString());
      if (argument != null) {
        statement.setString(3, argument);
      }
      statement.executeUpdate();
    }
  }
}
