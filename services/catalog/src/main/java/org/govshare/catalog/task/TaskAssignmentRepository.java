package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on what was handed over. */
@Singleton
class TaskAssignmentRepository implements PanacheRepository<TaskAssignment> {

  private final Clock clock;

  TaskAssignmentRepository(Clock clock) {
    this.clock = clock;
  }

  /**
   * Means a task for somebody and writes it down, unless it is theirs already.
   *
   * @param to user name, or {@code null} for all who may take it
   */
  Uni<Void> assign(Caller caller, DeadlineClock task, String to, String remark) {
    String from = task.assignee();
    if (Objects.equals(from, to)) {
      return Uni.createFrom().voidItem();
    }
    task.assign(to);
    return persist(new TaskAssignment(task.id(), from, to, caller.name(), remark, clock.instant()))
        .replaceWithVoid();
  }

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
