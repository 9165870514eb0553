package org.govshare.catalog.request;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on requests. */
@Singleton
public class RequestRepository implements PanacheRepositoryBase<AccessRequest, UUID> {

  RequestRepository() {}

  /** How many requests in this state wait for the caller. */
  public Uni<Long> countWaiting(Caller caller, RequestState state) {
    RequestScope scope = RequestScope.todo(caller).inState(state);
    return count(scope.condition(), scope.parameters().toArray());
  }

  Uni<Page<AccessRequest>> page(RequestScope scope, PageRequest page) {
    Object[] parameters = scope.parameters().toArray();
    return count(scope.condition(), parameters)
        .chain(
            total ->
                find(scope.condition() + " order by createdAt desc, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<AccessRequest> found) -> Page.of(found, total, page)));
  }

  /** One request; one the caller may not know of does not exist. */
  Uni<AccessRequest> seen(Caller caller, UUID id) {
    RequestScope visible = RequestScope.visible(caller);
    return findById(id)
        .invoke(
            request -> {
              if (request == null || !visible.covers(request, caller)) {
                throw new NotFound("request-not-found", id);
              }
            });
  }

  /** The same, to change it: other changes wait until this transaction ends. */
  Uni<AccessRequest> lockedSeen(Caller caller, UUID id) {
    RequestScope visible = RequestScope.visible(caller);
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .invoke(
            request -> {
              if (request == null || !visible.covers(request, caller)) {
                throw new NotFound("request-not-found", id);
              }
            });
  }
}
