package org.govshare.catalog.identifier;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.platform.problem.Conflict;

/**
 * Keeps and allots many identifiers at a time, in a transaction of JDBC, under the same locks and
 * by the same rules as {@link IdentifierAllocator}.
 */
public final class BulkIdentifiers {

  private final Connection connection;
  private final Instant now;

  /** Works in the transaction of a connection. */
  public BulkIdentifiers(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /**
   * Makes everybody else who allots, keeps or reserves under these prefixes wait. Always taken in
   * order, so that two imports do not wait for each other.
   *
   * @return per prefix the number up to which nothing is free
   */
  public Map<String, Integer> lock(SortedMap<String, ?> prefixes) throws SQLException {
    Map<String, Integer> last = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(positional(Allocations.LOCK))) {
      for (String prefix : prefixes.keySet()) {
        statement.setString(1, prefix);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          last.put(prefix, row.getInt(1));
        }
      }
    }
    return last;
  }

  /**
   * Those among these identifiers that a series may not take: they belong to another one, or are
   * held back for another department.
   *
   * @param departments department of the resource by its identifier
   */
  public List<String> refused(Map<String, String> departments) throws SQLException {
    List<String> refused = new ArrayList<>();
    Array all = connection.createArrayOf("text", departments.keySet().toArray(String[]::new));
    try (PreparedStatement taken =
            connection.prepareStatement(
                "select identifier from identifier_allocation where identifier = any(?)");
        PreparedStatement reserved =
            connection.prepareStatement(
                """
                select wanted, r.department_code
                from unnest(?) as wanted
                    join identifier_reservation r on r.prefix = left(wanted, 16)
                        and r.released_at is null
                        and cast(right(wanted, 5) as integer)
                            between r.first_number and r.last_number
                """)) {
      taken.setArray(1, all);
      try (ResultSet rows = taken.executeQuery()) {
        while (rows.next()) {
          refused.add(rows.getString(1));
        }
      }
      reserved.setArray(1, all);
      try (ResultSet rows = reserved.executeQuery()) {
        while (rows.next()) {
          if (!rows.getString(2).equals(departments.get(rows.getString(1)))) {
            refused.add(rows.getString(1));
          }
        }
      }
    }
    return refused;
  }

  /** Gives series the identifiers that they brought along. */
  public void keep(Map<UUID, String> identifiers) throws SQLException {
    remember(identifiers, true);
  }

  /**
   * Allots the lowest free numbers under a prefix that is locked.
   *
   * @param above the number up to which nothing is free
   * @return identifiers in order, as many as are wanted
   * @throws Conflict if there are not that many numbers left (409)
   */
  public List<String> free(String prefix, int above, int wanted) throws SQLException {
    List<String> found = new ArrayList<>();
    int last = above;
    try (PreparedStatement statement = connection.prepareStatement(positional(Allocations.FREE))) {
      // Its parameters in the order in which they stand in the text.
      statement.setInt(1, above);
      statement.setInt(2, wanted);
      for (int i = 3; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setString(i, prefix);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          last = rows.getInt(1);
          found.add(IdentifierScheme.identifier(prefix, last));
        }
      }
    }
    if (found.size() < wanted) {
      throw new Conflict("identifiers-exhausted", prefix, 99_999);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update identifier_prefix set last_number = ? where prefix = ?")) {
      statement.setInt(1, last);
      statement.setString(2, prefix);
      statement.executeUpdate();
    }
    return found;
  }

  /** Remembers what was found free as allotted. */
  public void allot(Map<UUID, String> identifiers) throws SQLException {
    remember(identifiers, false);
  }

  private void remember(Map<UUID, String> identifiers, boolean kept) throws SQLException {
    List<UUID> series = List.copyOf(identifiers.keySet());
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into identifier_allocation (series_id, identifier, kept, allocated_at)
            select series, identifier, ?, ? from unnest(?, ?) as given (series, identifier)
            """)) {
      statement.setBoolean(1, kept);
      statement.setObject(2, now.atOffset(ZoneOffset.UTC));
      statement.setArray(3, connection.createArrayOf("uuid", series.toArray()));
      statement.setArray(
          4,
          connection.createArrayOf(
              "text", series.stream().map(identifiers::get).toArray(String[]::new)));
      statement.executeUpdate();
    }
  }

  private static String positional(String numbered) {
    return numbered.replaceAll("\\?\\d", "?");
  }
}
