package org.govshare.catalog.subscription;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.schedule.ScheduledWork;

/** Makes one notice a day out of what happened to a person's subscriptions. */
@Singleton
class SubscriptionDigest implements ScheduledWork {

  private static final int OWNERS_AT_A_TIME = 200;
  private static final int NAMES_SHOWN = 20;
  private static final int EVENTS_SHOWN = 50;

  private final Notices notices;
  private final Clock clock;

  SubscriptionDigest(Notices notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Uni<Void> run() {
    return send(clock.instant());
  }

  /** Sends what is due at an instant. */
  Uni<Void> send(Instant now) {
    return owners(now)
        .chain(
            owners ->
                Multi.createFrom()
                    .iterable(owners)
                    .onItem()
                    .transformToUniAndConcatenate(owner -> send(owner, now))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private static Uni<List<String>> owners(Instant now) {
    return Panache.withSession(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createQuery(
                                "select distinct owner from SubscriptionEvent where dueAt <= ?1",
                                String.class)
                            .setParameter(1, now)
                            .setMaxResults(OWNERS_AT_A_TIME)
                            .getResultList()));
  }

  /** The events go in the transaction that posts their digest, so none is told twice. */
  private Uni<Void> send(String owner, Instant now) {
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createQuery(
                                "from SubscriptionEvent where owner = ?1 and dueAt <= ?2 order by"
                                    + " id",
                                SubscriptionEvent.class)
                            .setParameter(1, owner)
                            .setParameter(2, now)
                            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                            .getResultList()
                            .chain(
                                events ->
                                    events.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : notices
                                            .tell(digest(owner, events))
                                            .chain(() -> session.removeAll(events.toArray())))));
  }

  private Notice digest(String owner, List<SubscriptionEvent> events) {
    Map<NoticeKind, Long> counts =
        events.stream()
            .collect(Collectors.groupingBy(SubscriptionEvent::kind, Collectors.counting()));
    String names =
        events.stream()
            .map(SubscriptionEvent::name)
            .distinct()
            .limit(NAMES_SHOWN)
            .collect(Collectors.joining("、"));
    return new Notice(
        NoticeKind.SUBSCRIPTION_DIGEST,
        Recipients.people(Set.of(owner)),
        Map.of(
            "count", String.valueOf(events.size()),
            "published", count(counts, NoticeKind.RESOURCE_PUBLISHED),
            "versions", count(counts, NoticeKind.RESOURCE_VERSION),
            "breaking", count(counts, NoticeKind.RESOURCE_VERSION_BREAKING),
            "withdrawn", count(counts, NoticeKind.RESOURCE_WITHDRAWN),
            "updates", count(counts, NoticeKind.DATA_UPDATED),
            "resources", names,
            "events", lines(events)),
        "/subscriptions");
  }

  private String lines(List<SubscriptionEvent> events) {
    return notices.lines(events.stream().limit(EVENTS_SHOWN).map(SubscriptionEvent::line).toList());
  }

  private static String count(Map<NoticeKind, Long> counts, NoticeKind kind) {
    return String.valueOf(counts.getOrDefault(kind, 0L));
  }
}
