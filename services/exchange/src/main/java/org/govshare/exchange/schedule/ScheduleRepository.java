package org.govshare.exchange.schedule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and keeps schedules. */
@Singleton
class ScheduleRepository implements PanacheRepositoryBase<ServiceSchedule, UUID> {

  /** Takes turns with the other replicas: nobody waits, and nobody takes what another has. */
  private static final String DUE =
      """
      SELECT service_id FROM service_schedule WHERE next_at <= :now
      ORDER BY next_at, service_id LIMIT :limit FOR UPDATE SKIP LOCKED
      """;

  /** The services whose runs a service follows, directly and through others, nearest first. */
  private static final String FOLLOWED =
      """
      WITH RECURSIVE followed AS (
        SELECT service_id, after_service FROM service_schedule WHERE service_id = :service
        UNION
        SELECT s.service_id, s.after_service
        FROM service_schedule s JOIN followed f ON s.service_id = f.after_service)
      SELECT after_service FROM followed WHERE after_service IS NOT NULL
      """;

  Uni<List<ServiceSchedule>> lockDue(Instant now, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(DUE, UUID.class)
                    .setParameter("now", now)
                    .setParameter("limit", limit)
                    .getResultList())
        .chain(ids -> list("serviceId in ?1", ids));
  }

  Uni<List<UUID>> followedBy(UUID service) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FOLLOWED, UUID.class)
                    .setParameter("service", service)
                    .getResultList());
  }

  Uni<List<ServiceSchedule>> after(UUID service) {
    return list("afterService = ?1 order by serviceId", service);
  }
}
