package org.govshare.exchange.dispatch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.run.RunCause;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps firings. */
@Singleton
class FiringRepository implements PanacheRepositoryBase<Firing, UUID> {

  private static final String ADD =
      """
      INSERT INTO firing (id, service_id, cause, scheduled_for, not_before, priority, attempt,
        state, changed_at)
      VALUES (:id, :service, :cause, :due, :notBefore, :priority, :attempt, 'WAITING', :now)
      ON CONFLICT DO NOTHING
      """;

  /** Takes turns with the other replicas: nobody waits, and nobody takes what another has. */
  private static final String STARTABLE =
      """
      SELECT f.id FROM firing f
      WHERE (f.state = 'WAITING' AND f.not_before <= :now
          OR f.state = 'STARTING' AND f.claimed_until < :now)
        AND NOT EXISTS (
          SELECT 1 FROM run r WHERE r.service_id = f.service_id
            AND r.state IN ('REQUESTED', 'RUNNING', 'PAUSED'))
      ORDER BY f.priority DESC, f.not_before, f.id LIMIT :limit FOR UPDATE OF f SKIP LOCKED
      """;

  private static final String LIVE =
      "SELECT count(*) FROM run WHERE state IN ('REQUESTED', 'RUNNING', 'PAUSED')";

  /**
   * Adds a firing, unless it is there already or another waits for the same service.
   *
   * @param due when it became due, with service and cause its identity
   */
  Uni<Void> add(
      UUID service,
      RunCause cause,
      Instant due,
      Instant notBefore,
      int priority,
      int attempt,
      Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ADD)
                    .setParameter("id", UUID.randomUUID())
                    .setParameter("service", service)
                    .setParameter("cause", cause.name())
                    .setParameter("due", due)
                    .setParameter("notBefore", notBefore)
                    .setParameter("priority", priority)
                    .setParameter("attempt", attempt)
                    .setParameter("now", now)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<List<Firing>> lockStartable(Instant now, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(STARTABLE, UUID.class)
                    .setParameter("now", now)
                    .setParameter("limit", limit)
                    .getResultList())
        .chain(ids -> list("id in ?1 order by priority desc, notBefore, id", ids));
  }

  Uni<Long> liveRuns() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(LIVE, Long.class).getSingleResult());
  }

  Uni<Firing> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<Page<FiringView>> page(UUID service, PageRequest request) {
    return find("serviceId = ?1 order by scheduledFor desc, id", service)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            items ->
                count("serviceId", service)
                    .map(
                        total ->
                            Page.of(items.stream().map(Firing::view).toList(), total, request)));
  }
}
