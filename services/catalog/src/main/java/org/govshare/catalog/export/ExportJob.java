package org.govshare.catalog.export;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;
import org.govshare.platform.problem.NotFound;

/** Writes an export that is too large to wait for. */
@Singleton
class ExportJob implements JobHandler {

  static final String KIND = "export";

  private final AgroalDataSource database;
  private final ExportFiles files;
  private final ExportWriters writers;
  private final ExportConfig config;
  private final Clock clock;

  ExportJob(
      AgroalDataSource database,
      ExportFiles files,
      ExportWriters writers,
      ExportConfig config,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.writers = writers;
    this.config = config;
    this.clock = clock;
  }

  /** What a job is ordered with. */
  @RegisterForReflection
  record Parameters(UUID order) {}

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
    UUID id = run.parameters(Parameters.class).order();
    ExportFiles.Order order =
        files.order(id).orElseThrow(() -> new NotFound("export-not-found", id));
    run.stage("WRITING");
    Instant now = clock.instant();
    long total = order.resources().size();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        files.forget(connection, now.minus(config.retentionInterval()));
        try (OutputStream out = files.begin(connection, id)) {
          writers.write(
              order.resources(),
              order.format(),
              order.mark(),
              out,
              done -> run.progress(done, total));
        }
        files.end(
            connection,
            new ExportFiles.StoredFile(
                id, FileNames.of(order.format(), now), order.format(), run.owner(), 0),
            order.resources().size(),
            now);
        run.fence(connection);
        connection.commit();
      } finally {
        connection.rollback();
      }
    }
    run.result("/api/catalog/v1/exports/files/" + id);
  }
}
