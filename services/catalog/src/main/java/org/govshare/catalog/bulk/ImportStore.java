package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.govshare.catalog.bulk.reading.Outline;

/** What the jobs of a batch read and write about it, in JDBC transactions of theirs. */
@Singleton
class ImportStore {

  private static final String READ =
      """
      select owner, department, everywhere, target, approval, resources, faults, committed_row,
          faulty_rows, staging, staged_parts, staged_against,
          array(select unnest(first_rows) from import_written w where w.batch_id = b.id),
          campaign_id
      from import_batch b where id = ?
      """;

  private static final String CHECKED =
      """
      update import_batch set state = 'CHECKED', sheet = ?, sheet_path = ?, header_row = ?,
          width = ?, resources = ?, items = ?, good = ?, faulty = ?, faults = ?, faulty_rows = ?,
          updated_at = ?, revision = revision + 1
      where id = ? and state = 'CHECKING'
      """;

  private static final String COMMITTED =
      """
      update import_batch set created = created + ?, updated = updated + ?,
          unchanged = unchanged + ?, refused = refused + ?, faults = faults + ?,
          updated_at = ?, revision = revision + 1
      where id = ?
      """;

  private static final String REFUSED =
      """
      update import_batch set refused = refused + cardinality(?), faults = faults + ?,
          faulty_rows = faulty_rows || ?
      where id = ?
      """;

  private final Clock clock;

  ImportStore(Clock clock) {
    this.clock = clock;
  }

  Batch read(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new ImportNotFound(id);
        }
        String target = row.getString(4);
        return new Batch(
            id,
            row.getString(1),
            row.getString(2),
            row.getBoolean(3),
            target == null ? null : ImportTarget.valueOf(target),
            row.getString(5),
            row.getObject(14, UUID.class),
            row.getInt(6),
            row.getLong(7),
            row.getInt(8),
            Batch.rows((Integer[]) row.getArray(9).getArray()),
            row.getObject(10) == null
                ? null
                : new Staged(row.getObject(10, UUID.class), row.getInt(11), row.getString(12)),
            Batch.rows((Integer[]) row.getArray(13).getArray()));
      }
    }
  }

  void forgetFaults(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from import_fault where batch_id = ?")) {
      statement.setObject(1, id);
      statement.executeUpdate();
    }
  }

  void checked(
      Connection connection,
      UUID id,
      Outline outline,
      int faulty,
      long faults,
      Collection<Integer> faultyRows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHECKED)) {
      statement.setString(1, outline.sheet());
      statement.setString(2, outline.path());
      statement.setInt(3, outline.headerRow());
      statement.setInt(4, outline.width());
      statement.setInt(5, outline.resources());
      statement.setLong(6, outline.items());
      statement.setInt(7, outline.resources() - faulty);
      statement.setInt(8, faulty);
      statement.setLong(9, faults);
      statement.setArray(
          10, connection.createArrayOf("integer", faultyRows.toArray(Integer[]::new)));
      statement.setObject(11, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setObject(12, id);
      statement.executeUpdate();
    }
  }

  /** Remembers what a reading has left ready. */
  void staged(Connection connection, UUID id, Staged staged) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update import_batch set staging = ?, staged_parts = ?, staged_against = ? where id = ?
            """)) {
      statement.setObject(1, staged.id());
      statement.setInt(2, staged.parts());
      statement.setString(3, staged.against());
      statement.setObject(4, id);
      statement.executeUpdate();
    }
  }

  /** Adds resources that a later reading refuses, because what they rest on has changed. */
  void refused(Connection connection, UUID id, Collection<Integer> rows, long faults)
      throws SQLException {
    Array refused = connection.createArrayOf("integer", rows.toArray(Integer[]::new));
    try (PreparedStatement statement = connection.prepareStatement(REFUSED)) {
      statement.setArray(1, refused);
      statement.setLong(2, faults);
      statement.setArray(3, refused);
      statement.setObject(4, id);
      statement.executeUpdate();
    }
  }

  /** Remembers that the commit is done with the resources of these rows. */
  void committed(Connection connection, UUID id, CommitCounts counts, Collection<Integer> rows)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into import_written (batch_id, first_rows) values (?, ?)")) {
      statement.setObject(1, id);
      statement.setArray(2, connection.createArrayOf("integer", rows.toArray(Integer[]::new)));
      statement.executeUpdate();
    }
    try (PreparedStatement statement = connection.prepareStatement(COMMITTED)) {
      statement.setInt(1, counts.created());
      statement.setInt(2, counts.updated());
      statement.setInt(3, counts.unchanged());
      statement.setInt(4, counts.refused());
      statement.setLong(5, counts.faults());
      statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setObject(7, id);
      statement.executeUpdate();
    }
  }

  /** Ends what was done; what was laid ready for it is not needed any more. */
  void ended(Connection connection, UUID id, ImportState state) throws SQLException {
    StagedParts.forget(connection, id);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update import_batch set state = ?, updated_at = ?, revision = revision + 1"
                + " where id = ?")) {
      statement.setString(1, state.name());
      statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setObject(3, id);
      statement.executeUpdate();
    }
  }
}
