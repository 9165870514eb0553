package org.govshare.exchange.parked;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Reads and keeps what targets said. */
@Singleton
class ParkedReportRepository implements PanacheRepositoryBase<ParkedReport, ParkedReport.Place> {

  Uni<List<ParkedReport>> ofService(UUID serviceId) {
    return list("place.serviceId = ?1 order by place.node", serviceId);
  }

  Uni<ParkedReport> locked(UUID serviceId, String node) {
    return findById(new ParkedReport.Place(serviceId, node), LockModeType.PESSIMISTIC_WRITE);
  }
}
