package org.govshare.catalog.export.dcat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which resources are open: published, and open in all their items. Blocks; to be called on a
 * worker thread.
 */
@Singleton
final class OpenResources {

  /** What every query on them begins with; the index of the public catalogue knows it. */
  private static final String OPEN =
      "from information_resource where state = 'PUBLISHED' and open_type = 'OPEN'";

  private static final String EXTENT =
      """
      select count(*) filter (where state = 'PUBLISHED'), min(published_at), max(updated_at)
      from information_resource where published_at is not null and open_type = 'OPEN'
      """;

  private final AgroalDataSource database;

  OpenResources(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * How much is open.
   *
   * @param total resources
   * @param since when the first one was published
   * @param changed when one was last published, changed or withdrawn
   */
  record Extent(long total, Optional<Instant> since, Optional<Instant> changed) {}

  Extent extent() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(EXTENT);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Extent(row.getLong(1), instant(row, 2), instant(row, 3));
    } catch (SQLException failure) {
      throw new IllegalStateException("open resources cannot be counted", failure);
    }
  }

  /** The page after a series, or the first. */
  OpenPage page(Optional<UUID> after, int size, long total) {
    String statement =
        "select id, series_id "
            + OPEN
            + after.map(series -> " and series_id > ?").orElse("")
            + " order by series_id limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(statement)) {
      int parameter = 1;
      if (after.isPresent()) {
        query.setObject(parameter++, after.get());
      }
      query.setInt(parameter, size + 1);
      List<UUID> ids = new ArrayList<>(size);
      UUID end = null;
      boolean more = false;
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (ids.size() == size) {
            more = true;
          } else {
            ids.add(row.getObject(1, UUID.class));
            end = row.getObject(2, UUID.class);
          }
        }
      }
      return new OpenPage(
          ids,
          total,
          query(after, size),
          query(Optional.empty(), size),
          more ? Optional.of(query(Optional.of(end), size)) : Optional.empty(),
          query(beforeLast(connection, size, total), size));
    } catch (SQLException failure) {
      throw new IllegalStateException("open resources cannot be listed", failure);
    }
  }

  /** The series that the page before the last one ends with. */
  private static Optional<UUID> beforeLast(Connection connection, int size, long total)
      throws SQLException {
    long before = (Math.max(total, 1) - 1) / size * size;
    if (before == 0) {
      return Optional.empty();
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select series_id " + OPEN + " order by series_id offset ? limit 1")) {
      query.setLong(1, before - 1);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  private static String query(Optional<UUID> after, int size) {
    return after.map(series -> "after=" + series + "&").orElse("") + "size=" + size;
  }

  /** The published version of a series, if it is open. */
  Optional<UUID> published(UUID series) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select id " + OPEN + " and series_id = ?")) {
      query.setObject(1, series);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("an open resource cannot be looked up", failure);
    }
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
