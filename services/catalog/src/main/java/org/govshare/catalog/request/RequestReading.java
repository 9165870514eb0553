package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.REQUESTER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows requests, and what one would come to. */
@Singleton
class RequestReading {

  private final RequestRepository requests;
  private final RequestTransitionRepository trail;
  private final RequestRules rules;
  private final RequestViews views;
  private final RequestPreviews previews;
  private final Clocks clocks;

  RequestReading(
      RequestRepository requests,
      RequestTransitionRepository trail,
      RequestRules rules,
      RequestViews views,
      RequestPreviews previews,
      Clocks clocks) {
    this.requests = requests;
    this.trail = trail;
    this.rules = rules;
    this.views = views;
    this.previews = previews;
    this.clocks = clocks;
  }

  @WithSession
  Uni<Page<RequestView>> list(
      Caller caller, RequestRole role, RequestState state, UUID resourceId, PageRequest page) {
    RequestScope scope =
        role == null
            ? RequestScope.visible(caller)
            : role == RequestRole.mine ? RequestScope.mine(caller) : RequestScope.todo(caller);
    return requests.page(scope.inState(state).on(resourceId), page).chain(views::of);
  }

  @WithSession
  Uni<RequestView> read(Caller caller, UUID id) {
    return requests.seen(caller, id).chain(views::of);
  }

  @WithSession
  Uni<Page<RequestTransitionView>> history(Caller caller, UUID id, PageRequest page) {
    return requests
        .seen(caller, id)
        .chain(() -> trail.of(id, page))
        .map(found -> found.map(RequestTransition::view));
  }

  /** All its clocks, the first one first; there are a few for each round it went. */
  @WithSession
  Uni<Page<ClockView>> clocks(Caller caller, UUID id, PageRequest page) {
    return requests
        .seen(caller, id)
        .chain(() -> clocks.of(id))
        .map(
            all ->
                Page.of(
                    all.stream().skip(page.offset()).limit(page.size()).toList(),
                    all.size(),
                    page));
  }

  /** What a request would come to; nothing is written. */
  @WithSession
  Uni<RequestPreview> preview(Caller caller, RequestInput input) {
    caller.requireRole(REQUESTER);
    String department = caller.requireAnyDepartment();
    input.checkDraft();
    return rules
        .requestable(caller, department, input)
        .chain(
            resource ->
                rules
                    .itemsOf(resource.id(), input.itemIds())
                    .chain(asked -> previews.of(department, resource, asked)));
  }
}
