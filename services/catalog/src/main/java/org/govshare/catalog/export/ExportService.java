package org.govshare.catalog.export;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.file.AsyncFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.finding.FindingService;
import org.govshare.catalog.finding.FoundIds;
import org.govshare.catalog.finding.QueryParameters;
import org.govshare.catalog.job.JobView;
import org.govshare.catalog.job.Jobs;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;

/** Exports what a caller sees: at once if it is little, as a job otherwise. */
@Singleton
class ExportService {

  private static final String ORDER =
      """
      insert into export_order (id, format, mark, resources, created_at)
      values (?1, ?2, ?3, ?4, ?5)
      """;

  private final FindingService finding;
  private final ExportWriters writers;
  private final ExportFiles files;
  private final Jobs jobs;
  private final ExportConfig config;
  private final Vertx vertx;
  private final Clock clock;

  ExportService(
      FindingService finding,
      ExportWriters writers,
      ExportFiles files,
      Jobs jobs,
      ExportConfig config,
      Vertx vertx,
      Clock clock) {
    this.finding = finding;
    this.writers = writers;
    this.files = files;
    this.jobs = jobs;
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * A document that is ready to be sent.
   *
   * @param content is thrown away when it is closed
   */
  record Written(String name, ExportFormat format, AsyncFile content, long length) {}

  private record Spooled(Path path, long length) {}

  /**
   * Writes what the caller sees of it. The document is written whole before its first byte is sent,
   * so that a failure is told as one.
   *
   * @throws Conflict if it is more than is written while somebody waits (409)
   */
  Uni<Written> write(Caller caller, QueryParameters query, ExportFormat format, boolean mark) {
    SeparatedDuties.refuse(caller);
    String name = FileNames.of(format, clock.instant());
    return finding
        .everything(caller, query)
        .invoke(this::refuseTooMuch)
        .chain(found -> vertx.executeBlocking(() -> spool(found.ids(), format, mark), false))
        .chain(
            spooled ->
                vertx
                    .fileSystem()
                    .open(
                        spooled.path().toString(),
                        new OpenOptions().setWrite(false).setCreate(false).setDeleteOnClose(true))
                    .map(file -> new Written(name, format, file, spooled.length())));
  }

  private void refuseTooMuch(FoundIds found) {
    if (found.items() > config.directLimit()) {
      throw new Conflict("export-too-large", found.items(), config.directLimit());
    }
  }

  private Spooled spool(List<UUID> ids, ExportFormat format, boolean mark) throws IOException {
    Path path = Files.createTempFile("export-", "." + format.suffix());
    try (OutputStream out = Files.newOutputStream(path)) {
      writers.write(ids, format, mark, out, done -> {});
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(path);
      throw failure;
    }
    return new Spooled(path, Files.size(path));
  }

  /** Orders the same as a job; what is written is what the caller sees now. */
  Uni<JobView> order(Caller caller, QueryParameters query, ExportFormat format, boolean mark) {
    SeparatedDuties.refuse(caller);
    return finding
        .everything(caller, query)
        .chain(found -> order(caller, found.ids(), format, mark));
  }

  @WithTransaction
  Uni<JobView> order(Caller caller, List<UUID> ids, ExportFormat format, boolean mark) {
    UUID id = UUID.randomUUID();
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ORDER)
                    .setParameter(1, id)
                    .setParameter(2, format.name())
                    .setParameter(3, mark)
                    .setParameter(4, ids.toArray(UUID[]::new))
                    .setParameter(5, clock.instant())
                    .executeUpdate())
        .chain(() -> jobs.submit(ExportJob.KIND, caller, new ExportJob.Parameters(id)));
  }

  /**
   * A file that a job of the caller wrote. Blocks.
   *
   * @throws NotFound if there is none of the caller's (404)
   */
  ExportFiles.StoredFile stored(Caller caller, UUID id) {
    return files
        .find(id)
        .filter(file -> file.owner().equals(caller.name()))
        .orElseThrow(() -> new NotFound("export-not-found", id));
  }

  /** Sends a stored file piece by piece. Blocks. */
  void send(ExportFiles.StoredFile file, OutputStream out) throws IOException {
    for (int number = 0; ; number++) {
      byte[] piece = files.piece(file.id(), number).orElse(null);
      if (piece == null) {
        return;
      }
      out.write(piece);
    }
  }
}
