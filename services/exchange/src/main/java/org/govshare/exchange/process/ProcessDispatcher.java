package org.govshare.exchange.process;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.run.RunCause;
import org.govshare.exchange.run.RunOrigin;
import org.govshare.exchange.run.RunStarter;
import org.govshare.platform.problem.Problem;
import org.jboss.logging.Logger;

/** Starts the runs of steps whose turn has come. Every replica does so; a step gets one run. */
@Singleton
public class ProcessDispatcher {

  private static final Logger LOG = Logger.getLogger(ProcessDispatcher.class);
  private static final int BATCH = 50;
  private static final Set<String> FINAL =
      Set.of("service-stopped", "service-not-found", "grant-ended");

  private final ProcessRunRepository processRuns;
  private final StepRepository steps;
  private final RunStarter starter;
  private final ExchangeConfig.Dispatch config;
  private final Clock clock;

  ProcessDispatcher(
      ProcessRunRepository processRuns,
      StepRepository steps,
      RunStarter starter,
      ExchangeConfig config,
      Clock clock) {
    this.processRuns = processRuns;
    this.steps = steps;
    this.starter = starter;
    this.config = config.dispatch();
    this.clock = clock;
  }

  private record Claimed(UUID step, UUID claim, UUID processRun, UUID service) {}

  /** Finds steps that are ready and starts their runs. */
  @Scheduled(
      every = "${govshare.exchange.dispatch.interval:5S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> dispatch() {
    return Panache.withTransaction(this::claim)
        .onItem()
        .transformToMulti(claimed -> Multi.createFrom().iterable(claimed))
        .onItem()
        .transformToUniAndConcatenate(this::start)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf(failure, "Steps of processes were not started");
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<List<Claimed>> claim() {
    Instant now = clock.instant();
    return steps
        .lockStartable(now, BATCH)
        .map(
            found ->
                found.stream()
                    .map(
                        step -> {
                          UUID claim = UUID.randomUUID();
                          step.claim(claim, now.plus(config.claimTimeout()));
                          return new Claimed(
                              step.id(), claim, step.processRunId(), step.serviceId());
                        })
                    .toList());
  }

  private Uni<Void> start(Claimed step) {
    return starter
        .start(
            step.service(),
            new RunOrigin(RunCause.PROCESS, 1, "process", run -> started(step, run)))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure -> failed(step, failure));
  }

  /** In the transaction that keeps the run. */
  private Uni<Void> started(Claimed claimed, UUID run) {
    // The process first, as everybody does who changes its steps.
    return processRuns
        .locked(claimed.processRun())
        .chain(() -> steps.locked(claimed.step()))
        .invoke(
            step -> {
              if (step == null || !step.claimedBy(claimed.claim())) {
                throw new IllegalStateException("step " + claimed.step() + " is another's");
              }
              step.run(run, clock.instant());
            })
        .replaceWithVoid();
  }

  private Uni<Void> failed(Claimed claimed, Throwable failure) {
    Instant now = clock.instant();
    String reason = failure instanceof Problem problem ? problem.code() : "not-started";
    if (FINAL.contains(reason)) {
      return settle(claimed, (run, step) -> step.end(StepState.FAILED, reason, now));
    }
    LOG.infof("A step of process run %s is not started yet: %s", claimed.processRun(), failure);
    return settle(claimed, (run, step) -> step.waitUntil(now.plus(config.retryInterval()), reason));
  }

  private Uni<Void> settle(Claimed claimed, BiConsumer<ProcessRun, ProcessStep> change) {
    return Panache.withTransaction(
        () ->
            processRuns
                .locked(claimed.processRun())
                .chain(
                    run ->
                        steps
                            .of(List.of(run.id()))
                            .invoke(
                                all -> {
                                  all.stream()
                                      .filter(it -> it.id().equals(claimed.step()))
                                      .filter(it -> it.claimedBy(claimed.claim()))
                                      .forEach(it -> change.accept(run, it));
                                  run.advance(all, clock.instant());
                                }))
                .replaceWithVoid());
  }
}
