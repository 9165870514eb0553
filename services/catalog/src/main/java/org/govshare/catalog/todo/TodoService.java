package org.govshare.catalog.todo;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.govshare.catalog.request.RequestRepository;
import org.govshare.catalog.request.RequestState;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;

/** Counts what waits for the caller. */
@Singleton
class TodoService {

  private final ResourceRepository resources;
  private final RequestRepository requests;

  TodoService(ResourceRepository resources, RequestRepository requests) {
    this.resources = resources;
    this.requests = requests;
  }

  @WithSession
  Uni<TodoView> of(Caller caller) {
    List<Supplier<Uni<TodoView.Kind>>> counts = new ArrayList<>();
    caller
        .department()
        .ifPresent(
            own -> {
              if (caller.hasRole(CATALOG_EDITOR)) {
                counts.add(
                    () ->
                        kind(
                            TodoKind.RESOURCE_RETURNED,
                            resources.countOf(ResourceState.RETURNED, own)));
              }
              if (caller.hasRole(DEPARTMENT_REVIEWER)) {
                counts.add(
                    () ->
                        kind(
                            TodoKind.RESOURCE_REVIEW,
                            resources.countOf(ResourceState.PENDING_REVIEW, own)));
                counts.add(
                    () ->
                        kind(
                            TodoKind.REQUEST_DECISION,
                            requests.countWaiting(caller, RequestState.COMPLIANCE_PASSED)));
              }
            });
    if (caller.hasRole(CATALOG_PUBLISHER)) {
      counts.add(
          () -> kind(TodoKind.RESOURCE_PUBLICATION, resources.countOf(ResourceState.REGISTERED)));
    }
    if (caller.hasRole(SHARING_REVIEWER)) {
      counts.add(
          () ->
              kind(
                  TodoKind.REQUEST_COMPLIANCE_CHECK,
                  requests.countWaiting(caller, RequestState.SUBMITTED)));
    }
    // One after another: a session does one thing at a time.
    return Multi.createFrom()
        .iterable(counts)
        .onItem()
        .transformToUniAndConcatenate(Supplier::get)
        .collect()
        .asList()
        .map(TodoView::of);
  }

  private static Uni<TodoView.Kind> kind(TodoKind kind, Uni<Long> count) {
    return count.map(number -> new TodoView.Kind(kind, number));
  }
}
