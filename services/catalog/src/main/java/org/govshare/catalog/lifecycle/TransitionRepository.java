package org.govshare.catalog.lifecycle;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on the trail. */
@Singleton
class TransitionRepository implements PanacheRepository<ResourceTransition> {

  Uni<Page<ResourceTransition>> of(UUID resourceId, PageRequest page) {
    return count("resourceId", resourceId)
        .chain(
            total ->
                find("resourceId = ?1 order by id", resourceId)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<ResourceTransition> found) -> Page.of(found, total, page)));
  }
}
