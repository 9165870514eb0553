package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Reads and keeps channels. */
@Singleton
class ChannelRepository implements PanacheRepositoryBase<Channel, UUID> {

  Uni<Channel> ofRoute(UUID serviceId, String route) {
    return find("serviceId = ?1 and route = ?2", serviceId, route).firstResult();
  }

  Uni<Boolean> reaches(UUID serviceId, String node) {
    return count("serviceId = ?1 and targetNode = ?2", serviceId, node).map(found -> found > 0);
  }

  Uni<Channel> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
