package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;

/**
 * Removes what an import has brought, as long as nobody has worked on it since; tells what it
 * leaves. Identifiers stay with their series and are never given to another.
 */
@Singleton
class ImportUndoJob implements JobHandler {

  static final String KIND = "import-undo";

  private static final int AT_A_TIME = 500;
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private static final String COUNT =
      """
      select count(*) from information_resource r where r.batch_id = ?
          and not exists (select 1 from import_kept k
              where k.batch_id = r.batch_id and k.resource_id = r.id)
      """;

  // An import leaves revision 0; whoever works on a version raises it or begins the next one.
  private static final String KEEP_CHANGED =
      """
      insert into import_kept (batch_id, resource_id, name, identifier, reason)
      select r.batch_id, r.id, r.name, r.identifier, 'CHANGED'
      from information_resource r
      where r.batch_id = ? and (r.revision > 0 or r.state not in ('DRAFT', 'PUBLISHED')
          or exists (select 1 from information_resource later
              where later.series_id = r.series_id and later.version > r.version))
      on conflict do nothing
      """;

  private static final String NEXT =
      """
      select r.id from information_resource r
      where r.batch_id = ?
          and not exists (select 1 from import_kept k
              where k.batch_id = r.batch_id and k.resource_id = r.id)
      order by r.id limit ?
      for update
      """;

  // The trail of what is removed stays, and says who removed it.
  private static final String REMOVE =
      """
      with removed as (
          delete from information_resource where id = any(?) and revision = 0
          returning id, state)
      insert into resource_transition (resource_id, action, from_state, to_state, actor, department,
          remark, at, correlation)
      select id, 'DELETE', state, null, ?, ?, ?, now(), ? from removed
      """;

  private static final String KEEP_USED =
      """
      insert into import_kept (batch_id, resource_id, name, identifier, reason)
      select batch_id, id, name, identifier, 'IN_USE' from information_resource where id = ?
      on conflict do nothing
      """;

  private static final String COUNTS =
      """
      update import_batch set removed = removed + ?,
          kept = (select count(*) from import_kept k where k.batch_id = import_batch.id)
      where id = ?
      """;

  private final DataSource database;
  private final ImportStore store;

  ImportUndoJob(DataSource database, ImportStore store) {
    this.database = database;
    this.store = store;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void run(JobRun run) throws Exception {
    UUID id = run.parameters(BatchParameters.class).batch();
    run.result("/api/catalog/v1/imports/" + id);
    run.stage("UNDOING");
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        announce(connection, id);
        long total = count(connection, id);
        long done = 0;
        List<UUID> next;
        while (!(next = next(connection, id)).isEmpty()) {
          int removed = remove(connection, run, id, next);
          counts(connection, id, removed);
          run.fence(connection);
          connection.commit();
          announce(connection, id);
          done += next.size();
          run.progress(done, total);
        }
        counts(connection, id, 0);
        store.ended(connection, id, ImportState.UNDONE);
        run.fence(connection);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Published versions can be deleted by a transaction that names the batch it undoes. */
  private static void announce(Connection connection, UUID batch) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('govshare.undone_batch', ?, true)")) {
      statement.setString(1, batch.toString());
      statement.execute();
    }
  }

  private static long count(Connection connection, UUID batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setObject(1, batch);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<UUID> next(Connection connection, UUID batch) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP_CHANGED)) {
      keep.setObject(1, batch);
      keep.executeUpdate();
    }
    List<UUID> ids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      statement.setObject(1, batch);
      statement.setInt(2, AT_A_TIME);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  /** Removes all of them at once; if something refers to one, one by one. */
  private static int remove(Connection connection, JobRun run, UUID batch, List<UUID> ids)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      return delete(connection, run, batch, ids);
    } catch (SQLException failure) {
      if (!FOREIGN_KEY_VIOLATION.equals(failure.getSQLState())) {
        throw failure;
      }
      connection.rollback(before);
    }
    int removed = 0;
    for (UUID id : ids) {
      Savepoint one = connection.setSavepoint();
      try {
        removed += delete(connection, run, batch, List.of(id));
        connection.releaseSavepoint(one);
      } catch (SQLException failure) {
        if (!FOREIGN_KEY_VIOLATION.equals(failure.getSQLState())) {
          throw failure;
        }
        connection.rollback(one);
        try (PreparedStatement keep = connection.prepareStatement(KEEP_USED)) {
          keep.setObject(1, id);
          keep.executeUpdate();
        }
      }
    }
    return removed;
  }

  private static int delete(Connection connection, JobRun run, UUID batch, List<UUID> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      statement.setString(2, run.owner());
      statement.setString(3, run.department().orElse(null));
      statement.setString(4, "撤销导入批次 Import undone: " + batch);
      statement.setString(5, run.correlation());
      return statement.executeUpdate();
    }
  }

  private static void counts(Connection connection, UUID batch, int removed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setInt(1, removed);
      statement.setObject(2, batch);
      statement.executeUpdate();
    }
  }
}
