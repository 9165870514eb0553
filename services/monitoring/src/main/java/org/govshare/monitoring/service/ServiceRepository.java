package org.govshare.monitoring.service;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.monitoring.telemetry.Traffic;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on exchange services. */
@Singleton
class ServiceRepository implements PanacheRepositoryBase<ExchangeService, UUID> {

  private static final String CHOSEN =
      """
      (cast(?1 as text) is null or service.domain = ?1)
      and (cast(?2 as text) is null
           or service.source_department = ?2 or service.target_department = ?2)
      """;

  private static final String COUNT =
      "select count(*) from exchange_service service where " + CHOSEN;

  // The page is cut before runs and figures are looked up.
  private static final String WITH_TRAFFIC =
      """
      with chosen as (
        select * from exchange_service service where
      """
          + CHOSEN
          + """
        order by service.code, service.id
        limit ?5 offset ?6)
      select chosen.id, chosen.code, chosen.name, chosen.domain, domain.name as domain_name,
             chosen.process, chosen.source_node, chosen.target_node, chosen.source_department,
             chosen.target_department, chosen.state,
             last_run.id as run_id, last_run.state as run_state,
             last_run.changed_at as run_changed_at,
      """
          + Traffic.SUMS
          + """
      from chosen
      left join domain on domain.code = chosen.domain
      left join service_traffic(?3, ?4) traffic on traffic.service_id = chosen.id
      left join lateral (
        select run.id, run.state, run.changed_at from run
        where run.service_id = chosen.id
        order by run.requested_at desc, run.id
        limit 1) last_run on true
      group by chosen.id, chosen.code, chosen.name, chosen.domain, domain.name, chosen.process,
               chosen.source_node, chosen.target_node, chosen.source_department,
               chosen.target_department, chosen.state,
               last_run.id, last_run.state, last_run.changed_at
      order by chosen.code, chosen.id
      """;

  Uni<Void> keep(ServiceChanged fact) {
    return findById(fact.service())
        .chain(
            known -> {
              ExchangeService service = known == null ? new ExchangeService() : known;
              service.become(fact);
              return persist(service);
            })
        .replaceWithVoid();
  }

  /** How many services a domain has, or all domains, that touch a department, or any. */
  Uni<Long> count(Optional<String> domain, Optional<String> department) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(COUNT, Long.class)
                    .setParameter(1, domain.orElse(null))
                    .setParameter(2, department.orElse(null))
                    .getSingleResult());
  }

  /** A page of them by code. */
  Uni<List<ServiceView>> withTraffic(
      Optional<String> domain, Optional<String> department, Period period, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WITH_TRAFFIC, Tuple.class)
                    .setParameter(1, domain.orElse(null))
                    .setParameter(2, department.orElse(null))
                    .setParameter(3, period.from())
                    .setParameter(4, period.to())
                    .setParameter(5, page.size())
                    .setParameter(6, page.offset())
                    .getResultList())
        .map(rows -> rows.stream().map(ServiceRepository::view).toList());
  }

  private static ServiceView view(Tuple row) {
    UUID run = row.get("run_id", UUID.class);
    Traffic traffic = Traffic.of(row);
    return new ServiceView(
        row.get("id", UUID.class),
        row.get("code", String.class),
        row.get("name", String.class),
        row.get("domain", String.class),
        row.get("domain_name", String.class),
        row.get("process", String.class),
        row.get("source_node", String.class),
        row.get("target_node", String.class),
        row.get("source_department", String.class),
        row.get("target_department", String.class),
        ServiceState.valueOf(row.get("state", String.class)),
        run == null
            ? null
            : new ServiceView.LastRun(
                run,
                row.get("run_state", String.class),
                row.get("run_changed_at", OffsetDateTime.class).toInstant()),
        traffic.sentMessages(),
        traffic.receivedMessages(),
        traffic.sentRows(),
        traffic.receivedRows(),
        traffic.sentBytes(),
        traffic.receivedBytes());
  }
}
