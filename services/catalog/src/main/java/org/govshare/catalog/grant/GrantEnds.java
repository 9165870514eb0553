package org.govshare.catalog.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.schedule.ScheduledWork;

/**
 * Says before and after that a grant ends. The exchange needs no word of it: it was told the end
 * with the grant and stops what rests on it by itself.
 */
@Singleton
class GrantEnds implements ScheduledWork {

  private static final int BATCH = 100;

  private final GrantRepository grants;
  private final GrantNotices notices;
  private final Clocks clocks;
  private final Clock clock;

  GrantEnds(GrantRepository grants, GrantNotices notices, Clocks clocks, Clock clock) {
    this.grants = grants;
    this.notices = notices;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public Uni<Void> run() {
    return each(Panache.withSession(this::ending), this::notice)
        .chain(
            () ->
                each(
                    Panache.withSession(() -> grants.ranOut(clock.instant(), BATCH)),
                    this::expire));
  }

  private Uni<List<UUID>> ending() {
    Instant now = clock.instant();
    return clocks
        .workingDays()
        .chain(
            calendar ->
                clocks
                    .workingDays(LimitKind.GRANT_EXPIRY_NOTICE)
                    .chain(
                        days -> grants.endingUnnoticed(now, calendar.deadline(now, days), BATCH)));
  }

  private static Uni<Void> each(Uni<List<UUID>> found, Function<UUID, Uni<Void>> work) {
    return found
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(id -> work.apply(id))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> notice(UUID id) {
    return Panache.withTransaction(
        () ->
            grants
                .locked(id)
                .chain(
                    grant -> {
                      if (grant.noticedAt() != null || grant.revokedAt() != null) {
                        return Uni.createFrom().voidItem();
                      }
                      grant.noticed(clock.instant());
                      return notices.told(grant, NoticeKind.GRANT_EXPIRING, Map.of());
                    }));
  }

  private Uni<Void> expire(UUID id) {
    return Panache.withTransaction(
        () ->
            grants
                .locked(id)
                .chain(
                    grant -> {
                      if (grant.expiredAt() != null || grant.revokedAt() != null) {
                        return Uni.createFrom().voidItem();
                      }
                      grant.expired(clock.instant());
                      return grant.replacedBy() == null
                          ? notices.told(grant, NoticeKind.GRANT_EXPIRED, Map.of())
                          : Uni.createFrom().voidItem();
                    }));
  }
}
