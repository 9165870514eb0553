package org.govshare.catalog.calendar;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps and shows the time limits. */
@Singleton
class TimeLimitService {

  private final TimeLimitRepository limits;
  private final Clock clock;

  TimeLimitService(TimeLimitRepository limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** All of them; there are as many as kinds. */
  @WithSession
  Uni<Page<TimeLimitView>> list(PageRequest page) {
    return limits
        .listAll()
        .map(
            all ->
                Page.of(
                    all.stream()
                        .sorted(Comparator.comparing(TimeLimit::kind))
                        .skip(page.offset())
                        .limit(page.size())
                        .map(TimeLimit::view)
                        .toList(),
                    all.size(),
                    page));
  }

  @WithSession
  Uni<TimeLimitView> read(LimitKind kind) {
    return limits.findById(kind).map(TimeLimit::view);
  }

  @WithSession
  Uni<Page<TimeLimitChangeView>> changes(LimitKind kind, PageRequest page) {
    return limits.changes(kind, page).map(found -> found.map(TimeLimitChange::view));
  }

  @WithTransaction
  Uni<TimeLimitView> change(
      Caller caller, LimitKind kind, ExpectedVersion expected, TimeLimitInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    Instant now = clock.instant();
    return limits
        .locked(kind)
        .invoke(limit -> expected.check(limit.revision()))
        .invoke(limit -> limit.write(input, caller.name(), now))
        .call(() -> record(new TimeLimitChange(kind, input, caller.name(), now)))
        .map(TimeLimit::view);
  }

  private static Uni<Void> record(TimeLimitChange change) {
    return Panache.getSession()
        .chain(session -> session.persistAll(List.of(change).toArray()).chain(session::flush));
  }
}
