package org.govshare.exchange.dispatch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.run.RunCause;
import org.govshare.exchange.run.RunOrigin;
import org.govshare.exchange.run.RunStarter;
import org.govshare.exchange.run.WindowKeeper;
import org.govshare.exchange.schedule.OpenHours;
import org.govshare.exchange.schedule.ServiceSchedules;
import org.govshare.platform.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Starts what is due. Every replica does so: rows that one has locked the others pass over, and a
 * firing changes in the transaction that keeps its run.
 */
@Singleton
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final String BY_SCHEDULE = "schedule";
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final String UNDER_WAY = "run-under-way";
  private static final String CHANGED = "service-changed";
  private static final String NO_WINDOW = "outside-windows";
  private static final int BATCH = 50;

  private final FiringRepository firings;
  private final ServiceSchedules schedules;
  private final OpenHours hours;
  private final RunStarter starter;
  private final WindowKeeper windows;
  private final ExchangeConfig.Dispatch config;
  private final Clock clock;

  Dispatcher(
      FiringRepository firings,
      ServiceSchedules schedules,
      OpenHours hours,
      RunStarter starter,
      WindowKeeper windows,
      ExchangeConfig config,
      Clock clock) {
    this.firings = firings;
    this.schedules = schedules;
    this.hours = hours;
    this.starter = starter;
    this.windows = windows;
    this.config = config.dispatch();
    this.clock = clock;
  }

  private record Claimed(UUID id, UUID claim, UUID service, RunCause cause, int attempt) {}

  /** Finds what is due and starts it. */
  @Scheduled(
      every = "${govshare.exchange.dispatch.interval:5S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> dispatch() {
    return Panache.withTransaction(this::fire)
        .chain(() -> Panache.withTransaction(this::claim))
        .onItem()
        .transformToMulti(claimed -> Multi.createFrom().iterable(claimed))
        .onItem()
        .transformToUniAndConcatenate(this::start)
        .collect()
        .last()
        .chain(() -> windows.keep())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf(failure, "What is due was not started");
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> fire() {
    Instant now = clock.instant();
    return schedules
        .takeDue(BATCH)
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndConcatenate(
            due ->
                firings.add(
                    due.serviceId(),
                    RunCause.valueOf(due.kind().name()),
                    due.at(),
                    due.at(),
                    due.priority(),
                    1,
                    now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<List<Claimed>> claim() {
    Instant now = clock.instant();
    return firings
        .liveRuns()
        .chain(
            live -> {
              long free = config.runLimit() - live;
              return free <= 0
                  ? Uni.createFrom().item(List.<Firing>of())
                  : firings.lockStartable(now, (int) Math.min(BATCH, free));
            })
        .map(
            found ->
                found.stream()
                    .map(
                        firing -> {
                          UUID claim = UUID.randomUUID();
                          firing.claim(claim, now.plus(config.claimTimeout()), now);
                          return new Claimed(
                              firing.id(),
                              claim,
                              firing.serviceId(),
                              firing.cause(),
                              firing.attempt());
                        })
                    .toList());
  }

  private Uni<Void> start(Claimed firing) {
    Instant now = clock.instant();
    return schedules
        .of(firing.service())
        .chain(
            settings -> {
              Optional<Instant> opening = hours.nextOpening(settings.windows(), now);
              if (opening.isEmpty()) {
                return settle(firing, it -> it.drop(NO_WINDOW, now));
              }
              if (opening.get().isAfter(now)) {
                return settle(firing, it -> it.waitUntil(opening.get(), NO_WINDOW, now));
              }
              return starter
                  .start(
                      firing.service(),
                      new RunOrigin(
                          firing.cause(),
                          firing.attempt(),
                          BY_SCHEDULE,
                          run -> started(firing, run)))
                  .replaceWithVoid();
            })
        .onFailure()
        .recoverWithUni(failure -> failed(firing, failure));
  }

  /** In the transaction that keeps the run. */
  private Uni<Void> started(Claimed firing, UUID run) {
    return firings
        .locked(firing.id())
        .invoke(
            found -> {
              if (found == null || !found.claimedBy(firing.claim())) {
                throw new IllegalStateException("another replica has taken firing " + firing.id());
              }
              found.started(run, clock.instant());
            })
        .replaceWithVoid();
  }

  private Uni<Void> failed(Claimed firing, Throwable failure) {
    Instant now = clock.instant();
    String reason = failure instanceof Problem problem ? problem.code() : "not-started";
    boolean forGood =
        failure instanceof Problem problem
            && (problem.status() == CONFLICT || problem.status() == NOT_FOUND)
            && !reason.equals(UNDER_WAY)
            && !reason.equals(CHANGED);
    if (forGood) {
      LOG.infof("A run of service %s is not started: %s", firing.service(), reason);
      return settle(firing, it -> it.drop(reason, now));
    }
    LOG.warnf("A run of service %s is not started yet: %s", firing.service(), failure);
    return settle(firing, it -> it.waitUntil(now.plus(config.retryInterval()), reason, now));
  }

  private Uni<Void> settle(Claimed firing, Consumer<Firing> change) {
    return Panache.withTransaction(
        () ->
            firings
                .locked(firing.id())
                .invoke(
                    found -> {
                      if (found != null && found.claimedBy(firing.claim())) {
                        change.accept(found);
                      }
                    })
                .replaceWithVoid());
  }
}
