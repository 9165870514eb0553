package org.govshare.catalog.finding.reindex;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;

/** Makes the table that is searched anew beside the old one, then lets it take its place. */
@Singleton
class ReindexJob implements JobHandler {

  static final String KIND = "search-reindex";

  private final TextTable table;

  ReindexJob(TextTable table) {
    this.table = table;
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
  public void run(JobRun run) throws SQLException {
    table.rebuild(
        new TextTable.Watcher() {
          @Override
          public void begin(String stage) {
            run.stage(stage);
          }

          @Override
          public void progress(long done, long total) {
            run.progress(done, total);
          }

          @Override
          public void fence(Connection connection) throws SQLException {
            run.fence(connection);
          }
        });
  }
}
