package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.job.Jobs;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.InputChecks;

/** Takes workbooks in. Blocks, so it is called on worker threads. */
@Singleton
class ImportUpload {

  private static final String INSERT =
      """
      insert into import_batch (id, file_name, file_size, owner, department, everywhere, state,
          job_id, created_at, updated_at, revision)
      values (?, ?, ?, ?, ?, ?, 'CHECKING', ?, ?, ?, 0)
      """;

  private final DataSource database;
  private final ImportFiles files;
  private final Jobs jobs;
  private final Clock clock;

  ImportUpload(DataSource database, ImportFiles files, Jobs jobs, Clock clock) {
    this.database = database;
    this.files = files;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Who may import at all. */
  static void requireImporter(Caller caller) {
    caller.requireRole(Roles.CATALOG_EDITOR, Roles.CATALOG_PUBLISHER);
    caller.requireAnyDepartment();
  }

  /** Takes in what is being sent and orders its check. */
  UUID take(Caller caller, String fileName, InputStream sent) throws IOException, SQLException {
    requireImporter(caller);
    new InputChecks().text("fileName", fileName, 255).done();
    Path file = files.receive(sent);
    try {
      files.open(file).close();
      return store(caller, fileName.strip(), file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private UUID store(Caller caller, String fileName, Path file) throws IOException, SQLException {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = OffsetDateTime.now(clock);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        UUID job = jobs.submit(connection, ImportCheckJob.KIND, caller, new BatchParameters(id));
        statement.setObject(1, id);
        statement.setString(2, fileName);
        statement.setLong(3, Files.size(file));
        statement.setString(4, caller.name());
        statement.setString(5, caller.requireAnyDepartment());
        statement.setBoolean(6, caller.hasRole(Roles.CATALOG_PUBLISHER));
        statement.setObject(7, job);
        statement.setObject(8, now);
        statement.setObject(9, now);
        statement.executeUpdate();
        files.store(connection, id, file);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return id;
  }
}
