package org.govshare.catalog.job;

import jakarta.inject.Singleton;
import java.sql.Connection;
import javax.sql.DataSource;
import org.govshare.platform.problem.Conflict;

/** A job that does as it is told, for tests. */
@Singleton
class RehearsedJob implements JobHandler {

  static final String KIND = "rehearsed";

  private final DataSource database;

  RehearsedJob(DataSource database) {
    this.database = database;
  }

  record Part(String action, int steps) {}

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
    Part part = run.parameters(Part.class);
    run.stage("PLAYING");
    switch (part.action()) {
      case "count" -> {
        for (int i = 1; i <= part.steps(); i++) {
          run.progress(i, (long) part.steps());
        }
        run.result("/api/catalog/v1/played");
      }
      case "refuse" -> throw new Conflict("own-resource");
      case "break" -> throw new IllegalStateException("as told");
      case "endless" -> {
        while (true) {
          run.progress(7, null);
          Thread.onSpinWait();
        }
      }
      case "fence" -> {
        while (true) {
          try (Connection connection = database.getConnection()) {
            run.fence(connection);
          }
        }
      }
      default -> throw new IllegalArgumentException(part.action());
    }
  }
}
