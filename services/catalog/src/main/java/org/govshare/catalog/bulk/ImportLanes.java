package org.govshare.catalog.bulk;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.govshare.catalog.job.JobRun;

/** Writes the lanes of a batch side by side, each on a worker and a connection of its own. */
final class ImportLanes {

  private final DataSource database;
  private final JobRun run;
  private final Batch batch;
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean failed;

  ImportLanes(DataSource database, JobRun run, Batch batch) {
    this.database = database;
    this.run = run;
    this.batch = batch;
  }

  /** Returns when all lanes have ended; if one fails, the others end after the part they are at. */
  void write(Function<Connection, PartWriter> writers) {
    done.set(batch.writtenRows().size());
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    for (int lane = 0; lane < PartMaker.LANES; lane++) {
      int number = lane;
      lanes.add(
          CompletableFuture.runAsync(
              () -> lane(number, writers), Infrastructure.getDefaultWorkerPool()));
    }
    try {
      CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }

  private void lane(int number, Function<Connection, PartWriter> writers) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        PartWriter writer = writers.apply(connection);
        for (int part = 0; !failed; part++) {
          List<StagedResource> resources =
              StagedParts.read(connection, batch.staged().id(), number, part);
          if (resources == null) {
            return;
          }
          int written = writer.write(resources);
          run.progress(done.addAndGet(written), (long) batch.resources());
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      failed = true;
      throw new IllegalStateException(failure);
    } catch (RuntimeException failure) {
      failed = true;
      throw failure;
    }
  }
}
