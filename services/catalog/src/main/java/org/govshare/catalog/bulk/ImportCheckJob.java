package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.SortedSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.reading.Outline;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;

/**
 * The dry run: reads the whole workbook, finds what is wrong, imports nothing, but lays ready what
 * can be imported.
 */
@Singleton
class ImportCheckJob implements JobHandler {

  static final String KIND = "import-check";

  private final DataSource database;
  private final ImportFiles files;
  private final ImportReference reference;
  private final WorkbookStaging staging;
  private final ImportStore store;
  private final ImportConfig config;

  ImportCheckJob(
      DataSource database,
      ImportFiles files,
      ImportReference reference,
      WorkbookStaging staging,
      ImportStore store,
      ImportConfig config) {
    this.database = database;
    this.files = files;
    this.reference = reference;
    this.staging = staging;
    this.store = store;
    this.config = config;
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
    run.stage("CHECKING");
    run.result("/api/catalog/v1/imports/" + id);
    Path file = files.fetch(id);
    try (Connection connection = database.getConnection();
        XlsxFile workbook = files.open(file)) {
      Batch batch = store.read(connection, id);
      store.forgetFaults(connection, id);
      FaultWriter faults = new FaultWriter(connection, id, config.faultLimit());
      WorkbookStaging.Result result =
          staging.read(
              run,
              batch,
              workbook,
              reference.catalogue(batch.confinedTo()),
              faults,
              null,
              resource -> true);
      faults.flush();
      finish(run, connection, id, result, faults);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void finish(
      JobRun run, Connection connection, UUID id, WorkbookStaging.Result result, FaultWriter faults)
      throws Exception {
    SortedSet<Integer> rows = faults.resourceRows();
    Outline outline = result.outline();
    int faulty = faults.isFatal() ? outline.resources() : rows.size();
    connection.setAutoCommit(false);
    try {
      store.checked(connection, id, outline, faulty, faults.count(), rows);
      store.staged(connection, id, result.staged());
      run.fence(connection);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
