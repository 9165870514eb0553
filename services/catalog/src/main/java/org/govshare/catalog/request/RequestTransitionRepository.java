package org.govshare.catalog.request;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on the trail of requests. */
@Singleton
class RequestTransitionRepository implements PanacheRepository<RequestTransition> {

  Uni<Page<RequestTransition>> of(UUID requestId, PageRequest page) {
    return count("requestId", requestId)
        .chain(
            total ->
                find("requestId = ?1 order by id", requestId)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<RequestTransition> found) -> Page.of(found, total, page)));
  }
}
