package org.govshare.catalog.bulk;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.WorkbookReading;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;

/**
 * Imports a checked workbook: reads and checks it again on one thread while another writes what is
 * ready, chunk by chunk. Each chunk is one transaction, which also says how far the batch has come:
 * a commit that was killed or cancelled can be resumed from there or undone, and leaves no resource
 * by halves.
 */
@Singleton
class ImportCommitJob implements JobHandler {

  static final String KIND = "import-commit";

  private final DataSource database;
  private final ImportFiles files;
  private final ImportReference reference;
  private final ImportStore store;
  private final ImportConfig config;
  private final Clock clock;

  ImportCommitJob(
      DataSource database,
      ImportFiles files,
      ImportReference reference,
      ImportStore store,
      ImportConfig config,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.reference = reference;
    this.store = store;
    this.config = config;
    this.clock = clock;
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
    Path file = files.fetch(id);
    try (Connection connection = database.getConnection()) {
      run.stage("WAITING");
      ImportTurn turn = ImportTurn.take(connection, run);
      try {
        commit(run, id, connection, file);
      } finally {
        turn.end();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void commit(JobRun run, UUID id, Connection reading, Path file) throws Exception {
    Batch batch = store.read(reading, id);
    KnownCatalogue catalogue = reference.catalogue(batch.confinedTo());
    IdentifierScheme scheme = reference.scheme();
    Map<String, SegmentValues> digits = reference.digitsOfDepartments();
    run.stage("IMPORTING");
    try (Connection writing = database.getConnection()) {
      writing.setAutoCommit(false);
      ChunkWriter writer =
          new ChunkWriter(
              writing,
              store,
              batch,
              run,
              clock,
              config.faultLimit(),
              resource ->
                  scheme.prefix(
                      new SegmentValues(
                          resource.categoryCode(),
                          digits.get(resource.departmentCode()).departmentSerial(),
                          digits.get(resource.departmentCode()).regionCode())));
      try (WriterThread queue =
              new WriterThread(writer::write, Infrastructure.getDefaultWorkerPool());
          XlsxFile workbook = files.open(file)) {
        ChunkMaker maker =
            new ChunkMaker(reading, batch, catalogue, clock, config.chunkLimit(), queue::put);
        int[] done = new int[1];
        new WorkbookReading(
                reference.data(),
                catalogue,
                batch.scope(),
                maker,
                resource -> {
                  maker.accept(resource);
                  run.progress(++done[0], (long) batch.resources());
                })
            .read(workbook);
        maker.end();
        queue.finish();
        finish(run, id, writing);
      } finally {
        rollBack(writing);
      }
    }
  }

  private void finish(JobRun run, UUID id, Connection writing) throws SQLException {
    store.ended(writing, id, ImportState.COMMITTED);
    run.fence(writing);
    writing.commit();
    // So many rows at once leave the planner with numbers of another catalogue.
    writing.setAutoCommit(true);
    try (Statement statement = writing.createStatement()) {
      statement.execute("analyze information_resource, data_item, resource_text");
    }
  }

  private static void rollBack(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
