package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import org.govshare.node.database.DataSource;
import org.govshare.node.run.RunFailure;

/** Questions to the source's database beside the rows themselves. */
final class SourceDatabase {
  private SourceDatabase() {}

  /** Identity of the cluster and its timeline: changes when it is restored or failed over. */
  static String identity(Connection connection) throws SQLException {
    String sql =
        """
        SELECT (SELECT system_identifier FROM pg_catalog.pg_control_system())
               || '/' || (SELECT timeline_id FROM pg_catalog.pg_control_checkpoint())
               || '/' || (SELECT oid FROM pg_catalog.pg_database
                          WHERE datname = current_database())
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Whether the node's user sees since when the transactions of others have been open. */
  static boolean showsOpenTransactions(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT rolsuper OR pg_catalog.pg_has_role(oid, 'pg_read_all_stats', 'USAGE')"
                    + " FROM pg_catalog.pg_roles WHERE rolname = current_user");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /**
   * Bound below which no open transaction can still add a watermark, as text of the watermark's
   * type; with an overlap, as far as that can be known. To be taken before the snapshot, on a
   * connection in autocommit.
   */
  static String bound(
      Connection connection,
      DataSource source,
      KeyType watermark,
      Duration margin,
      Duration overlap)
      throws SQLException {
    if (overlap == null && !showsOpenTransactions(connection)) {
      throw new RunFailure(
          "open-transactions-hidden",
          "the node's database user is no member of pg_read_all_stats, so the oldest open"
              + " transaction is not known to it; grant it that role, or have the service's design"
              + " name an overlap");
    }
    // Prepared transactions have lost their start; the time of PREPARE would be too late.
    String sql =
        """
        SELECT CASE
          WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_prepared_xacts
                       WHERE database = current_database()) THEN NULL
          ELSE least(
            statement_timestamp(),
            (SELECT min(xact_start) FROM pg_catalog.pg_stat_activity
             WHERE pid <> pg_backend_pid() AND datname = current_database()))
            - make_interval(secs => ?) END
        """;
    try (PreparedStatement statement =
        connection.prepareStatement(
            watermark == KeyType.TIMESTAMPTZ
                ? "SELECT (" + sql + ")::text"
                : "SELECT ((" + sql + ") AT TIME ZONE ?)::text")) {
      statement.setDouble(1, margin.toMillis() / 1000.0);
      if (watermark != KeyType.TIMESTAMPTZ) {
        statement.setString(2, zone(source).getId());
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        String bound = rows.getString(1);
        if (bound == null) {
          throw new SQLException("a prepared transaction is open; increments wait for its end");
        }
        return bound;
      }
    }
  }

  private static ZoneId zone(DataSource source) {
    return source
        .timeZone()
        .orElseThrow(
            () ->
                new RunFailure(
                    "watermark-zone-unknown",
                    "the watermark has no time zone; set the data source's time-zone to the one its"
                        + " writers use"));
  }
}
