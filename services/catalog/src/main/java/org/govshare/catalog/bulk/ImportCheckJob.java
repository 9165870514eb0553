package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.SortedSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.reading.Outline;
import org.govshare.catalog.bulk.reading.WorkbookReading;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;

/** The dry run: reads the whole workbook, finds what is wrong, imports nothing. */
@Singleton
class ImportCheckJob implements JobHandler {

  static final String KIND = "import-check";

  private final DataSource database;
  private final ImportFiles files;
  private final ImportReference reference;
  private final ImportStore store;
  private final ImportConfig config;

  ImportCheckJob(
      DataSource database,
      ImportFiles files,
      ImportReference reference,
      ImportStore store,
      ImportConfig config) {
    this.database = database;
    this.files = files;
    this.reference = reference;
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
      int[] done = new int[1];
      Outline outline =
          new WorkbookReading(
                  reference.data(),
                  reference.catalogue(batch.confinedTo()),
                  batch.scope(),
                  faults,
                  resource -> run.progress(++done[0], null))
              .read(workbook);
      faults.flush();
      finish(run, connection, id, outline, faults);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void finish(
      JobRun run, Connection connection, UUID id, Outline outline, FaultWriter faults)
      throws Exception {
    SortedSet<Integer> rows = faults.resourceRows();
    int faulty = faults.isFatal() ? outline.resources() : rows.size();
    connection.setAutoCommit(false);
    try {
      store.checked(connection, id, outline, faulty, faults.count(), rows);
      run.fence(connection);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
