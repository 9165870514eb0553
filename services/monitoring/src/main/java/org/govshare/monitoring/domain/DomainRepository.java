package org.govshare.monitoring.domain;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.List;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.monitoring.telemetry.Traffic;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on domains. */
@Singleton
class DomainRepository implements PanacheRepositoryBase<Domain, String> {

  private static final String WITH_TRAFFIC =
      """
      select domain.code, domain.name,
             count(distinct service.process) as processes,
             count(service.id) as deployed_services,
             count(service.id) filter (where service.state = 'DEPLOYED') as running_services,
      """
          + Traffic.SUMS
          + """
      from domain
      left join exchange_service service on service.domain = domain.code
      left join service_traffic(?1, ?2) traffic on traffic.service_id = service.id
      group by domain.code
      order by domain.code
      limit ?3 offset ?4
      """;

  Uni<Void> keep(DomainChanged fact) {
    return findById(fact.domain())
        .chain(
            known -> {
              Domain domain = known == null ? new Domain() : known;
              domain.code = fact.domain();
              domain.name = fact.name();
              return persist(domain);
            })
        .replaceWithVoid();
  }

  /** A page of domains by code, with their services counted as they are now. */
  Uni<List<DomainView>> withTraffic(Period period, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WITH_TRAFFIC, Tuple.class)
                    .setParameter(1, period.from())
                    .setParameter(2, period.to())
                    .setParameter(3, page.size())
                    .setParameter(4, page.offset())
                    .getResultList())
        .map(rows -> rows.stream().map(DomainRepository::view).toList());
  }

  private static DomainView view(Tuple row) {
    return DomainView.of(
        row.get("code", String.class),
        row.get("name", String.class),
        row.get("processes", Long.class),
        row.get("deployed_services", Long.class),
        row.get("running_services", Long.class),
        Traffic.of(row));
  }
}
