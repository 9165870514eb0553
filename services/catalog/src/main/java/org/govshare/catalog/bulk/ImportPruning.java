package org.govshare.catalog.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.govshare.catalog.schedule.ScheduledWork;

/**
 * Throws away workbooks that have been kept long enough, and before that what was laid ready of
 * those that nobody imported. What was found in them and what came of them stays.
 */
@Singleton
class ImportPruning implements ScheduledWork {

  private static final String IDLE =
      """
       updated_at < $1 and not exists (
          select 1 from job j where j.id = b.job_id and j.state in ('QUEUED', 'RUNNING'))
      """;

  private static final String STAGED =
      """
      delete from import_staged where batch_id in (
          select id from import_batch b
          where exists (select 1 from import_staged s where s.batch_id = b.id) and """
          + IDLE
          + " limit $2)";

  private static final String FILES =
      """
      with old as (
          select id from import_batch b where file_kept and """
          + IDLE
          + """
           order by updated_at limit $2 for update skip locked),
      marked as (
          update import_batch set file_kept = false, revision = revision + 1
          where id in (select id from old))
      delete from import_file where batch_id in (select id from old)
      """;

  private static final int AT_A_TIME = 20;

  private final Pool pool;
  private final ImportConfig config;
  private final Clock clock;

  ImportPruning(Pool pool, ImportConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Uni<Void> run() {
    return prune(STAGED, config.stagedRetentionInterval())
        .chain(() -> prune(FILES, config.fileRetentionInterval()));
  }

  private Uni<Void> prune(String statement, Duration kept) {
    OffsetDateTime before = OffsetDateTime.now(clock).minus(kept);
    return pool.preparedQuery(statement).execute(Tuple.of(before, AT_A_TIME)).replaceWithVoid();
  }
}
