package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Lists tasks and hands them over. To be named for a task puts it into somebody's list; it neither
 * confers the right to take the step nor takes it from the others who hold the role.
 */
@Singleton
class TaskService {

  private final TaskRepository tasks;
  private final TaskAssignmentRepository assignments;
  private final DelegationRepository delegations;
  private final HandOverRules rules;
  private final Notices notices;
  private final Clock clock;

  TaskService(
      TaskRepository tasks,
      TaskAssignmentRepository assignments,
      DelegationRepository delegations,
      HandOverRules rules,
      Notices notices,
      Clock clock) {
    this.tasks = tasks;
    this.assignments = assignments;
    this.delegations = delegations;
    this.rules = rules;
    this.notices = notices;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<TaskView>> list(Caller caller, TaskFilter filter, PageRequest page) {
    return delegations
        .awayFor(caller.name(), today())
        .chain(
            away ->
                tasks.page(TaskScope.of(caller, filter, Set.copyOf(away), clock.instant()), page))
        .chain(this::views);
  }

  @WithSession
  Uni<TaskView> read(Caller caller, UUID id) {
    return tasks.existing(id).invoke(task -> seen(caller, task)).chain(this::view);
  }

  @WithSession
  Uni<Page<TaskAssignmentView>> history(Caller caller, UUID id, PageRequest page) {
    return tasks
        .existing(id)
        .invoke(task -> seen(caller, task))
        .chain(() -> assignments.of(id, page))
        .map(found -> found.map(TaskAssignment::view));
  }

  private static void seen(Caller caller, DeadlineClock task) {
    if (!TaskScope.covers(caller, task)) {
      throw new NotFound("task-not-found", task.id());
    }
  }

  /** Hands a task to a colleague; one who takes it for themselves needs nobody's leave. */
  @WithTransaction
  Uni<TaskView> handOver(Caller caller, UUID id, ExpectedVersion expected, HandOver handOver) {
    handOver.check();
    String to = handOver.to().strip();
    return toAssign(caller, id, expected)
        .call(
            task ->
                rules
                    .against(caller, List.of(task), to)
                    .invoke(
                        against -> {
                          if (against.containsKey(id)) {
                            throw against.get(id);
                          }
                        }))
        .call(task -> assignments.assign(caller, task, to, handOver.remark()))
        .call(
            task ->
                to.equals(caller.name())
                    ? Uni.createFrom().voidItem()
                    : notices.tell(
                        new Notice(
                            NoticeKind.TASK_HANDED_OVER,
                            Recipients.person(to),
                            Map.of(
                                "from",
                                caller.name(),
                                "title",
                                task.title(),
                                "remark",
                                handOver.remark() == null ? "" : handOver.remark()),
                            task.link())))
        .chain(this::view);
  }

  /** Gives a task back to all who may take it. */
  @WithTransaction
  Uni<TaskView> giveBack(Caller caller, UUID id, ExpectedVersion expected) {
    return toAssign(caller, id, expected)
        .call(
            task ->
                rules
                    .away(caller)
                    .invoke(away -> HandOverRules.ownOrStoodInFor(caller, task, away)))
        .call(task -> assignments.assign(caller, task, null, null))
        .chain(this::view);
  }

  private Uni<DeadlineClock> toAssign(Caller caller, UUID id, ExpectedVersion expected) {
    return tasks
        .locked(id)
        .invoke(
            task -> {
              seen(caller, task);
              expected.check(task.revision());
              HandOverRules.open(caller, task);
            });
  }

  private Uni<TaskView> view(DeadlineClock task) {
    return tasks
        .flush()
        .chain(() -> views(new Page<>(List.of(task), 1, 0, 1)))
        .map(page -> page.items().get(0));
  }

  private Uni<Page<TaskView>> views(Page<DeadlineClock> page) {
    List<String> assignees =
        page.items().stream()
            .map(DeadlineClock::assignee)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return delegations
        .delegatesOf(assignees, today())
        .map(
            delegates ->
                page.map(
                    task ->
                        TaskView.of(
                            task,
                            task.assignee() == null ? null : delegates.get(task.assignee()),
                            clock.instant())));
  }

  private LocalDate today() {
    return WorkingDays.dayOf(clock.instant());
  }
}
