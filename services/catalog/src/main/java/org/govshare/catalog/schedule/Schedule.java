package org.govshare.catalog.schedule;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Does all scheduled work, one after another, on the replica that holds the lease. */
@Singleton
public class Schedule {

  private static final Logger LOG = Logger.getLogger(Schedule.class);

  private final ScheduleLease lease;
  private final ScheduleConfig config;
  private final List<ScheduledWork> work;

  Schedule(ScheduleLease lease, ScheduleConfig config, @All List<ScheduledWork> work) {
    this.lease = lease;
    this.config = config;
    this.work = work;
  }

  /** Does what is due if this replica holds the lease or can take it. */
  @Scheduled(
      every = "${govshare.schedule.interval:1M}",
      delayed = "10S",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> run() {
    return lease
        .take(config.leaseInterval())
        .chain(ours -> ours ? runAll() : Uni.createFrom().voidItem())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Scheduled work was not done: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> runAll() {
    return Multi.createFrom()
        .iterable(work)
        .onItem()
        .transformToUniAndConcatenate(this::runOne)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** What fails is tried again the next time; it does not keep the rest from being done. */
  private Uni<Void> runOne(ScheduledWork one) {
    return one.run()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf(failure, "%s failed", one.getClass().getSimpleName());
              return Uni.createFrom().voidItem();
            });
  }
}
