package org.govshare.catalog.bulk;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.reading.Faults;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.Outline;
import org.govshare.catalog.bulk.reading.ReadResource;
import org.govshare.catalog.bulk.reading.WorkbookReading;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.job.JobRun;

/**
 * Reads a workbook: finds what is wrong, and beside that, on a thread of its own, lays ready what
 * is good. Imports nothing.
 */
@Singleton
class WorkbookStaging {

  private static final int ROWS_AT_A_TIME = 500;

  private final DataSource database;
  private final ImportReference reference;
  private final ImportConfig config;

  WorkbookStaging(DataSource database, ImportReference reference, ImportConfig config) {
    this.database = database;
    this.reference = reference;
    this.config = config;
  }

  /** What came of it. */
  record Result(Outline outline, Staged staged) {}

  /**
   * Reads a workbook from top to bottom.
   *
   * @param total how many resources it has, {@code null} if that is not known
   * @param wanted whether a good resource is to be laid ready
   */
  Result read(
      JobRun run,
      Batch batch,
      XlsxFile workbook,
      KnownCatalogue catalogue,
      Faults faults,
      Long total,
      Predicate<ReadResource> wanted)
      throws SQLException, IOException {
    String against = reference.state();
    StagedParts.Staging staging = new StagedParts.Staging(UUID.randomUUID(), batch.id());
    try (Connection connection = database.getConnection()) {
      StagedParts.forget(connection, batch.id());
      PartMaker maker = new PartMaker(connection, staging, config.chunkLimit());
      try (WorkerQueue<List<ReadResource>> queue =
          new WorkerQueue<>(maker::add, Infrastructure.getDefaultWorkerPool())) {
        Gathering gathering = new Gathering(run, queue, total, wanted);
        Outline outline =
            new WorkbookReading(
                    reference.data(), catalogue, batch.scope(), faults, gathering::resource)
                .read(workbook);
        gathering.hand();
        queue.finish();
        return new Result(outline, new Staged(staging.id(), maker.end(), against));
      }
    }
  }

  /** Hands over a few resources at a time, as each costs the threads a meeting. */
  private static final class Gathering {

    private final JobRun run;
    private final WorkerQueue<List<ReadResource>> queue;
    private final Long total;
    private final Predicate<ReadResource> wanted;
    private List<ReadResource> gathered = new ArrayList<>();
    private int items;
    private int done;

    Gathering(
        JobRun run,
        WorkerQueue<List<ReadResource>> queue,
        Long total,
        Predicate<ReadResource> wanted) {
      this.run = run;
      this.queue = queue;
      this.total = total;
      this.wanted = wanted;
    }

    void resource(ReadResource read) {
      run.progress(++done, total);
      if (!read.good() || !wanted.test(read)) {
        return;
      }
      gathered.add(read);
      items += read.input().items().size();
      if (items >= ROWS_AT_A_TIME) {
        hand();
      }
    }

    void hand() {
      if (!gathered.isEmpty()) {
        queue.put(gathered);
      }
      gathered = new ArrayList<>();
      items = 0;
    }
  }
}
