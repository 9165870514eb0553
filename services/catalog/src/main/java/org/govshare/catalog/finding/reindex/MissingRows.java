package org.govshare.catalog.finding.reindex;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.govshare.platform.problem.Conflict;
import org.jboss.logging.Logger;

/**
 * Makes a catalogue searchable that was written by a release without this table, in the background
 * of the first start.
 */
@Singleton
class MissingRows {

  private static final Logger LOG = Logger.getLogger(MissingRows.class);

  private final TextTable table;

  MissingRows(TextTable table) {
    this.table = table;
  }

  void start(@Observes StartupEvent event) {
    Infrastructure.getDefaultWorkerPool().execute(this::fill);
  }

  private void fill() {
    try {
      if (table.lacksRows()) {
        LOG.info("Resources without search rows: making them");
        table.rebuild(new Unwatched());
        LOG.info("All resources can be found");
      }
    } catch (Conflict elsewhere) {
      LOG.info("Another replica makes the search rows");
    } catch (SQLException e) {
      LOG.error("Search rows were not made; reindex when the database is well", e);
    }
  }

  private static final class Unwatched implements TextTable.Watcher {

    @Override
    public void begin(String stage) {
      LOG.debugf("Reindex: %s", stage);
    }

    @Override
    public void progress(long done, long total) {
      LOG.debugf("Reindex: %d of %d", done, total);
    }

    @Override
    public void fence(Connection connection) {
      // The advisory lock is enough: it goes with the connection.
    }
  }
}
