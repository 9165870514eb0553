package org.govshare.node.source;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.govshare.node.run.RunFailure;

/**
 * By which rules the text columns of a key are ordered: their collations, and the versions of the
 * libraries that these come from. After an update of such a library rows that were behind a
 * position may be before it.
 */
final class KeyCollations {
  private static final int DATABASE_VERSIONS = 15;

  private KeyCollations() {}

  /** One line for each text column of the position; none if there is no such column. */
  static List<String> of(Connection connection, ReadPlan plan) throws SQLException {
    String ofDatabase =
        connection.getMetaData().getDatabaseMajorVersion() >= DATABASE_VERSIONS
            ? "pg_catalog.pg_database_collation_actual_version(d.oid)"
            : "(SELECT pg_catalog.pg_collation_actual_version(min(x.oid))"
                + " FROM pg_catalog.pg_collation x WHERE x.collname = d.datcollate)";
    String sql =
        """
        SELECT a.attname || ' ' || CASE WHEN c.collprovider = 'd'
                 THEN 'default ' || d.datcollate || ' '
                      || coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', '-')
                      || ' ' || coalesce(%s, '-')
                 ELSE n.nspname || '.' || c.collname || ' '
                      || coalesce(pg_catalog.pg_collation_actual_version(c.oid), '-') END
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
        JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
        CROSS JOIN pg_catalog.pg_database d
        WHERE d.datname = current_database() AND a.attrelid = pg_catalog.to_regclass(?)
          AND a.attname = ANY (?) AND NOT a.attisdropped
        ORDER BY a.attnum
        """
            .formatted(ofDatabase);
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array columns = connection.createArrayOf("text", plan.positionColumns().toArray());
      statement.setString(1, plan.table().quoted());
      statement.setArray(2, columns);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  /** Whether rows are ordered as they were; what an older agent left does not say. */
  static boolean same(List<String> before, List<String> now) {
    return before == null || before.equals(now);
  }

  /**
   * Lets a read go on after a position.
   *
   * @throws RunFailure if its order may be another one
   */
  static void require(List<String> before, List<String> now) {
    if (!same(before, now)) {
      throw new RunFailure(
          "collation-changed",
          "the key was ordered by "
              + before
              + " and is by "
              + now
              + ", so rows after the last"
              + " position may be before it now; reindex the key, stop this run and start another"
              + " one, with anew=true unless it is a full copy");
    }
  }
}
