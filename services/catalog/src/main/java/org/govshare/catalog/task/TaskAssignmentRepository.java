package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on what was handed over. */
@Singleton
class TaskAssignmentRepository implements PanacheRepository<TaskAssignment> {

  Uni<Page<TaskAssignment>> of(UUID clockId, PageRequest page) {
    return count("clockId", clockId)
        .chain(
            total ->
                find("clockId = ?1 order by id", clockId)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<TaskAssignment> found) -> Page.of(found, total, page)));
  }
}
