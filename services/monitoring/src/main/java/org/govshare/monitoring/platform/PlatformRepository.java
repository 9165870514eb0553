package org.govshare.monitoring.platform;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.monitoring.telemetry.Traffic;

/** The query that sums the platform up. */
@Singleton
class PlatformRepository {

  private static final String SUMMARY =
      """
      select (select count(*) from domain) as domains,
             count(service.id) as deployed_services,
             count(service.id) filter (where service.state = 'DEPLOYED') as running_services,
      """
          + Traffic.SUMS
          + """
      from exchange_service service
      left join service_traffic(?1, ?2) traffic on traffic.service_id = service.id
      """;

  Uni<PlatformView> summary(Period period) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SUMMARY, Tuple.class)
                    .setParameter(1, period.from())
                    .setParameter(2, period.to())
                    .getSingleResult())
        .map(PlatformRepository::view);
  }

  private static PlatformView view(Tuple row) {
    Traffic traffic = Traffic.of(row);
    return new PlatformView(
        row.get("domains", Long.class),
        row.get("deployed_services", Long.class),
        row.get("running_services", Long.class),
        traffic.receivedMessages(),
        traffic.sentMessages(),
        traffic.receivedRows(),
        traffic.sentRows(),
        traffic.receivedBytes(),
        traffic.sentBytes());
  }
}
