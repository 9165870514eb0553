package org.govshare.catalog.job;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries of those who order and watch jobs. */
@Singleton
class JobRepository implements PanacheRepositoryBase<Job, UUID> {

  Uni<Job> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new JobNotFound(id));
  }

  Uni<Job> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new JobNotFound(id));
  }

  Uni<Page<Job>> of(String owner, PageRequest page) {
    return count("owner", owner)
        .chain(
            total ->
                find("owner = ?1 order by createdAt desc, id", owner)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Job> found) -> Page.of(found, total, page)));
  }
}
