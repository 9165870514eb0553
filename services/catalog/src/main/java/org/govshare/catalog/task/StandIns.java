package org.govshare.catalog.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.notification.Recipients;

/** Finds who is to be told in somebody's place. */
@Singleton
public class StandIns {

  private final DelegationRepository delegations;
  private final Clock clock;

  StandIns(DelegationRepository delegations, Clock clock) {
    this.delegations = delegations;
    this.clock = clock;
  }

  /** A person and, while that person is away, who stands in. In the caller's session. */
  public Uni<Recipients> with(String person) {
    return delegations
        .delegatesOf(List.of(person), WorkingDays.dayOf(clock.instant()))
        .map(
            delegates ->
                delegates.containsKey(person)
                    ? Recipients.person(person).and(Recipients.person(delegates.get(person)))
                    : Recipients.person(person));
  }
}
