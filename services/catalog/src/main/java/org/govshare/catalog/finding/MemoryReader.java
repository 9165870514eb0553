package org.govshare.catalog.finding;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.finding.memory.Entry;
import org.govshare.catalog.finding.memory.Memory;

/** Reads all that is searched, in one snapshot, row by row. Blocks; only for worker threads. */
@Singleton
class MemoryReader {

  private static final int ROWS_AT_ONCE = 500;

  // In the order of the index, so that nothing is sorted that is wide.
  private static final String ALL =
      """
      select r.id, r.facets, r.newest, t.name, t.keywords, t.items, t.other
      from information_resource r left join resource_text t on t.resource_id = r.id
      order by r.newest desc, r.id
      """;

  private static final int MANY = 500;

  private static final String BEING_WRITTEN =
      """
      select coalesce(bool_or(resource_id is null), false) or count(*) > ?
      from search_change where written_at > clock_timestamp() - make_interval(secs => ?)
      """;

  private static final String FORGET =
      """
      with forgotten as (
        delete from search_change
        where written_at < now() - interval '1 hour'
          and written_by < pg_snapshot_xmin(pg_current_snapshot())
        returning written_by)
      update search_horizon set forgotten = (select max(written_by) from forgotten)
      where forgotten < (select max(written_by) from forgotten)
      """;

  private final DataSource database;
  private final SearchConfig config;

  MemoryReader(DataSource database, SearchConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Whether many resources were written this short while ago, so that more may be to come. */
  boolean isBeingWritten(Duration within) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(BEING_WRITTEN)) {
      statement.setInt(1, MANY);
      statement.setDouble(2, within.toMillis() / 1_000.0);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Everything as it is now; empty if it is more than may be kept. */
  Optional<Recollection> read() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        return read(connection);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    }
  }

  private Optional<Recollection> read(Connection connection) throws SQLException {
    String moment;
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local enable_sort = off");
      statement.execute("set local enable_hashjoin = off");
      statement.execute("set local enable_mergejoin = off");
      try (ResultSet now = statement.executeQuery("select cast(pg_current_snapshot() as text)")) {
        now.next();
        moment = now.getString(1);
      }
    }
    Memory.Builder memory = new Memory.Builder();
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          memory.add(entry(rows));
          if (memory.characters() > config.limit()) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(new Recollection(memory.build(), moment));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getLong("facets"),
        ChronoUnit.MICROS.between(
            Instant.EPOCH, row.getObject("newest", OffsetDateTime.class).toInstant()),
        row.getString("name"),
        row.getString("keywords"),
        row.getString("items"),
        row.getString("other"));
  }

  /** Forgets changes of long ago; who has not seen them must read everything again. */
  void forgetChanges() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FORGET);
    }
  }
}
