package org.govshare.catalog.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Runs what is queued, a few jobs at a time, and keeps their leases. What a dead replica left is
 * taken up again where its kind allows that, else marked as failed.
 */
@Singleton
class JobRunner {

  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final Vertx vertx;
  private final JobConfig config;
  private final JobRows rows;
  private final ObjectMapper json;
  private final Map<String, JobHandler> handlers;
  private final List<String> kinds;
  private final List<String> repeatable;
  private final String replica = UUID.randomUUID().toString();
  private final Set<JobRun> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  JobRunner(
      Vertx vertx,
      JobConfig config,
      JobRows rows,
      ObjectMapper json,
      @All List<JobHandler> handlers) {
    this.vertx = vertx;
    this.config = config;
    this.rows = rows;
    this.json = json;
    this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, h -> h));
    this.kinds = List.copyOf(this.handlers.keySet());
    this.repeatable =
        handlers.stream().filter(JobHandler::repeatable).map(JobHandler::kind).toList();
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      roundLater();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    running.forEach(run -> run.stop("the service stops"));
  }

  /** The next round begins an interval after the last one has ended, so rounds never overlap. */
  private void roundLater() {
    vertx.setTimer(
        config.interval().toMillis(),
        timer -> {
          if (!stopped) {
            round().subscribe().with(done -> roundLater(), failure -> roundLater());
          }
        });
  }

  private Uni<Void> round() {
    List<Uni<Void>> kept = new ArrayList<>();
    kept.add(Uni.createFrom().voidItem());
    running.forEach(run -> kept.add(rows.keep(replica, run, config.leaseInterval())));
    return Uni.join()
        .all(kept)
        .andCollectFailures()
        .chain(() -> rows.abandon(config, repeatable))
        .chain(() -> rows.forget(config.retentionInterval()))
        .chain(this::take)
        .onFailure()
        .invoke(failure -> LOG.warnf("Jobs were not looked after: %s", failure.getMessage()));
  }

  private Uni<Void> take() {
    int free = config.limit() - running.size();
    if (free <= 0 || stopped) {
      return Uni.createFrom().voidItem();
    }
    return rows.take(replica, config, kinds, repeatable, free)
        .invoke(taken -> taken.forEach(this::begin))
        .replaceWithVoid();
  }

  private void begin(JobRun run) {
    running.add(run);
    // On a context of its own, which goes along to the worker: for the correlation in its logs, and
    // so that it may use what needs such a context.
    Context own = VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(ignored -> Infrastructure.getDefaultWorkerPool().execute(() -> work(run)));
  }

  private void work(JobRun run) {
    Correlation.begin(run.correlation());
    Outcome outcome;
    try {
      handlers.get(run.kind()).run(run);
      outcome = new Outcome(JobState.DONE, null, null);
    } catch (Throwable failure) {
      // Whatever a job dies of, its owner is told that it has ended.
      outcome = failed(run, failure);
    }
    Outcome ended = outcome;
    rows.end(replica, run, ended.state, ended.problem, ended.arguments)
        .eventually(() -> running.remove(run))
        .subscribe()
        .with(
            done -> LOG.infof("Job %s of kind %s: %s", run.id(), run.kind(), ended.state),
            lost -> LOG.warnf("The end of job %s was not written down: %s", run.id(), lost));
  }

  private Outcome failed(JobRun run, Throwable failure) {
    if (failure instanceof JobStopped) {
      if (run.cancelled()) {
        return new Outcome(JobState.CANCELLED, null, null);
      }
      return repeatable.contains(run.kind())
          ? new Outcome(JobState.QUEUED, null, null)
          : new Outcome(JobState.FAILED, "job-interrupted", null);
    }
    if (failure instanceof Problem problem) {
      return new Outcome(JobState.FAILED, problem.code(), arguments(problem));
    }
    LOG.errorf(failure, "Job %s of kind %s failed", run.id(), run.kind());
    return new Outcome(JobState.FAILED, "job-failed", null);
  }

  private String arguments(Problem problem) {
    try {
      return json.writeValueAsString(problem.arguments().stream().map(String::valueOf).toList());
    } catch (JsonProcessingException e) {
      LOG.warn("The arguments of a problem cannot be written", e);
      return null;
    }
  }

  private record Outcome(JobState state, String problem, String arguments) {}
}
