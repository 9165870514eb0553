package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;
import org.govshare.catalog.resource.ImportedResource;

/**
 * Imports a checked workbook: writes what its check has laid ready, lanes side by side, part by
 * part. Each part is one transaction, which also says what the batch is done with: a commit that
 * was killed or cancelled can be resumed from there or undone, and leaves no resource by halves.
 * Where something has changed that the workbook was checked against, it is read again first.
 */
@Singleton
class ImportCommitJob implements JobHandler {

  static final String KIND = "import-commit";

  // So many rows at once leave the planner with numbers of another catalogue. These columns are
  // what lists and searches choose by; PostgreSQL looks at the others by itself before long.
  private static final String ANALYZE =
      """
      analyze information_resource (id, series_id, version, identifier, department_code,
          category_code, state, batch_id, facets, newest),
        data_item (resource_id), resource_text (resource_id, facets, newest, tokens)
      """;

  private final DataSource database;
  private final ImportFiles files;
  private final ImportReference reference;
  private final WorkbookStaging staging;
  private final ImportStore store;
  private final TakeOverNews news;
  private final ImportConfig config;
  private final Clock clock;

  ImportCommitJob(
      DataSource database,
      ImportFiles files,
      ImportReference reference,
      WorkbookStaging staging,
      ImportStore store,
      TakeOverNews news,
      ImportConfig config,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.reference = reference;
    this.staging = staging;
    this.store = store;
    this.news = news;
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
    try (Connection connection = database.getConnection()) {
      run.stage("WAITING");
      ImportTurn turn = ImportTurn.take(connection, run);
      try {
        commit(run, id, connection);
      } finally {
        turn.end();
      }
    }
  }

  private void commit(JobRun run, UUID id, Connection connection) throws Exception {
    Batch batch = store.read(connection, id);
    KnownCatalogue catalogue = reference.catalogue(batch.confinedTo());
    if (!isReady(connection, batch)) {
      layReady(run, batch, catalogue);
      batch = store.read(connection, id);
    }
    run.stage("IMPORTING");
    Batch ready = batch;
    Function<ImportedResource, String> prefixes = prefixes();
    Set<String> participants = reference.participants(batch.campaign());
    new ImportLanes(database, run, ready)
        .write(
            writing ->
                new PartWriter(
                    writing,
                    store,
                    ready,
                    catalogue,
                    participants,
                    run,
                    clock,
                    config.faultLimit(),
                    prefixes));
    if (ready.target() == ImportTarget.PUBLISHED) {
      news.tell(ready, run);
    }
    finish(run, id, connection);
  }

  private boolean isReady(Connection connection, Batch batch) throws SQLException {
    Staged staged = batch.staged();
    return staged != null
        && staged.against().equals(reference.state())
        && StagedParts.count(connection, staged.id()) == staged.parts();
  }

  /** Reads the workbook again and refuses what has become wrong since its check. */
  private void layReady(JobRun run, Batch batch, KnownCatalogue catalogue) throws Exception {
    run.stage("CHECKING");
    Path file = files.fetch(batch.id());
    try (Connection connection = database.getConnection();
        XlsxFile workbook = files.open(file)) {
      connection.setAutoCommit(false);
      try {
        FaultWriter faults = new FaultWriter(connection, batch.id(), config.faultLimit());
        WorkbookStaging.Result result =
            staging.read(
                run,
                batch,
                workbook,
                catalogue,
                fault -> {
                  if (batch.wants(fault.resourceRow())) {
                    faults.add(fault);
                  }
                },
                (long) batch.resources(),
                resource -> batch.wants(resource.row()));
        faults.flush();
        store.refused(connection, batch.id(), faults.resourceRows(), faults.count());
        store.staged(connection, batch.id(), result.staged());
        run.fence(connection);
        connection.commit();
      } finally {
        rollBack(connection);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Function<ImportedResource, String> prefixes() throws SQLException {
    IdentifierScheme scheme = reference.scheme();
    Map<String, SegmentValues> digits = reference.digitsOfDepartments();
    return resource ->
        scheme.prefix(
            new SegmentValues(
                resource.categoryCode(),
                digits.get(resource.departmentCode()).departmentSerial(),
                digits.get(resource.departmentCode()).regionCode()));
  }

  private void finish(JobRun run, UUID id, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      store.ended(connection, id, ImportState.COMMITTED);
      run.fence(connection);
      connection.commit();
    } finally {
      rollBack(connection);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(ANALYZE);
    }
  }

  private static void rollBack(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
