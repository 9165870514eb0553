package org.govshare.catalog.subscription;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on data updates. */
@Singleton
class DataUpdateRepository implements PanacheRepositoryBase<DataUpdate, UUID> {

  Uni<Page<DataUpdate>> page(UUID seriesId, PageRequest page) {
    return count("seriesId", seriesId)
        .chain(
            total ->
                find("seriesId = ?1 order by updatedAt desc, id", seriesId)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<DataUpdate> found) -> Page.of(found, total, page)));
  }
}
