package org.govshare.catalog.todo;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.task.Tasks;
import org.govshare.platform.identity.Caller;

/** Counts what waits for the caller: exactly the tasks that the list of the same kind holds. */
@Singleton
class TodoService {

  private final Tasks tasks;

  TodoService(Tasks tasks) {
    this.tasks = tasks;
  }

  @WithSession
  Uni<TodoView> of(Caller caller) {
    return tasks.counts(caller).map(counts -> view(caller, counts));
  }

  private static TodoView view(Caller caller, Map<Step, Long> counts) {
    Set<Step> shown = usual(caller);
    shown.addAll(counts.keySet());
    return TodoView.of(
        shown.stream()
            .map(step -> new TodoView.Kind(step, counts.getOrDefault(step, 0L)))
            .toList());
  }

  /** Kinds that are shown even if none waits: the everyday work of the caller's roles. */
  private static Set<Step> usual(Caller caller) {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    if (caller.department().isPresent()) {
      if (caller.hasRole(CATALOG_EDITOR)) {
        steps.add(Step.RESOURCE_RETURNED);
      }
      if (caller.hasRole(DEPARTMENT_REVIEWER)) {
        steps.add(Step.RESOURCE_REVIEW);
        steps.add(Step.REQUEST_DECISION);
      }
      if (caller.hasRole(REQUESTER)) {
        steps.add(Step.REQUEST_RETURNED);
      }
    }
    if (caller.hasRole(CATALOG_PUBLISHER)) {
      steps.add(Step.RESOURCE_PUBLICATION);
    }
    if (caller.hasRole(SHARING_REVIEWER)) {
      steps.add(Step.REQUEST_COMPLIANCE_CHECK);
    }
    return steps;
  }
}
