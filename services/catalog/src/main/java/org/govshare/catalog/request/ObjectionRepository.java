package org.govshare.catalog.request;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queries on objections to refusals. */
@Singleton
class ObjectionRepository implements PanacheRepositoryBase<RequestObjection, UUID> {

  Uni<RequestObjection> at(AccessRequest request) {
    return find("requestId = ?1 and stage = ?2", request.id(), RequestObjection.stageOf(request))
        .firstResult();
  }

  Uni<Map<UUID, List<RequestObjection>>> of(Collection<UUID> requestIds) {
    return list("requestId in ?1 order by raisedAt", requestIds)
        .map(found -> found.stream().collect(Collectors.groupingBy(RequestObjection::requestId)));
  }
}
