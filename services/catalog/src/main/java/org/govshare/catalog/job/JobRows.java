package org.govshare.catalog.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The runner's queries. They run beside the application's sessions and the jobs' own work. */
@Singleton
class JobRows {

  private static final String TAKE =
      """
      update job set state = 'RUNNING', holder = $1, attempt = attempt + 1, stage = null,
          done = 0, total = null, started_at = coalesce(started_at, now()),
          lease_until = now() + $2 * interval '1 millisecond'
      where id in (
          select id from job
          where kind = any($3) and (state = 'QUEUED'
              or (state = 'RUNNING' and lease_until < now() and not cancel_requested
                  and attempt < $4 and kind = any($5)))
          order by created_at limit $6
          for update skip locked)
      returning id, kind, owner, department, parameters, correlation, attempt
      """;

  private static final String ABANDON =
      """
      update job set ended_at = now(), holder = null,
          state = case when cancel_requested then 'CANCELLED' else 'FAILED' end,
          problem = case when cancel_requested then null else 'job-interrupted' end
      where state = 'RUNNING' and lease_until < now()
          and (cancel_requested or attempt >= $1 or not kind = any($2))
      """;

  private static final String KEEP =
      """
      update job set lease_until = now() + $4 * interval '1 millisecond',
          stage = $5, done = $6, total = $7
      where id = $1 and holder = $2 and attempt = $3
      returning cancel_requested
      """;

  private static final String END =
      """
      update job set state = $4, stage = $5, done = $6, total = $7, result = $8, problem = $9,
          problem_arguments = $10, holder = null, lease_until = null,
          ended_at = case when $4 = 'QUEUED' then null else now() end
      where id = $1 and holder = $2 and attempt = $3
      """;

  private static final String FORGET =
      "delete from job where ended_at < now() - $1 * interval '1 millisecond'";

  private final Pool pool;
  private final ObjectMapper json;

  JobRows(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  Uni<List<JobRun>> take(
      String holder, JobConfig config, List<String> kinds, List<String> repeatable, int limit) {
    return pool.preparedQuery(TAKE)
        .execute(
            Tuple.tuple(
                List.of(
                    holder,
                    millis(config.leaseInterval()),
                    kinds.toArray(String[]::new),
                    config.attemptLimit(),
                    repeatable.toArray(String[]::new),
                    limit)))
        .map(rows -> runs(holder, rows));
  }

  private List<JobRun> runs(String holder, RowSet<Row> rows) {
    List<JobRun> runs = new ArrayList<>();
    rows.forEach(
        row ->
            runs.add(
                new JobRun(
                    row.getUUID("id"),
                    row.getString("kind"),
                    row.getString("owner"),
                    row.getString("department"),
                    row.getString("parameters"),
                    row.getString("correlation"),
                    row.getInteger("attempt"),
                    holder,
                    json)));
    return runs;
  }

  /** Ends what silent replicas have left behind and nobody may take up again. */
  Uni<Void> abandon(JobConfig config, List<String> repeatable) {
    return pool.preparedQuery(ABANDON)
        .execute(Tuple.of(config.attemptLimit(), repeatable.toArray(String[]::new)))
        .replaceWithVoid();
  }

  /** Renews the lease, writes the progress down and tells the run whether it must stop. */
  Uni<Void> keep(String holder, JobRun run, Duration lease) {
    Tuple values =
        Tuple.tuple()
            .addValue(run.id())
            .addValue(holder)
            .addValue(run.attempt())
            .addValue(millis(lease))
            .addValue(run.stage())
            .addValue(run.done())
            .addValue(run.total());
    return pool.preparedQuery(KEEP)
        .execute(values)
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                run.stop("taken over");
              } else if (Boolean.TRUE.equals(rows.iterator().next().getBoolean(0))) {
                run.cancel();
              }
            })
        .replaceWithVoid();
  }

  Uni<Void> end(String holder, JobRun run, JobState state, String problem, String arguments) {
    Tuple values =
        Tuple.tuple()
            .addValue(run.id())
            .addValue(holder)
            .addValue(run.attempt())
            .addValue(state.name())
            .addValue(run.stage())
            .addValue(run.done())
            .addValue(run.total())
            .addValue(state == JobState.DONE ? run.result() : null)
            .addValue(problem)
            .addValue(arguments);
    return pool.preparedQuery(END).execute(values).replaceWithVoid();
  }

  Uni<Void> forget(Duration retention) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(millis(retention))).replaceWithVoid();
  }

  private static double millis(Duration duration) {
    return duration.toMillis();
  }
}
