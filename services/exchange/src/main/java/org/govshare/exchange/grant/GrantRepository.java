package org.govshare.exchange.grant;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps the copies of grants. */
@Singleton
class GrantRepository implements PanacheRepositoryBase<Grant, UUID> {

  Uni<List<Grant>> page(PageRequest request) {
    return find("order by grantedAt desc, id")
        .range(request.offset(), request.offset() + request.size() - 1)
        .list();
  }

  Uni<Grant> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<List<UUID>> ranOut(Instant now, int limit) {
    return find("state = ?1 and expiresAt <= ?2 order by expiresAt", GrantState.ACTIVE, now)
        .range(0, limit - 1)
        .list()
        .map(found -> found.stream().map(Grant::id).toList());
  }
}
