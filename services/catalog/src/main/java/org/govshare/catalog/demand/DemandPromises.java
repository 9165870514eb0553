package org.govshare.catalog.demand;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.schedule.ScheduledWork;

/** Tells who asked and who promised when a promised day has passed, once for each promise. */
@Singleton
class DemandPromises implements ScheduledWork {

  private static final int AT_A_TIME = 200;

  private final DemandRepository demands;
  private final DemandNews news;
  private final Clock clock;

  DemandPromises(DemandRepository demands, DemandNews news, Clock clock) {
    this.demands = demands;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public Uni<Void> run() {
    LocalDate today = WorkingDays.dayOf(clock.instant());
    return Panache.withSession(() -> demands.passed(today, AT_A_TIME))
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(id -> tell(id, today))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> tell(UUID id, LocalDate today) {
    return Panache.withTransaction(
        () ->
            demands
                .lockedPassed(id, today)
                .chain(
                    demand -> {
                      if (demand == null) {
                        return Uni.createFrom().voidItem();
                      }
                      demand.toldOfPassing();
                      return news.passed(demand);
                    }));
  }
}
