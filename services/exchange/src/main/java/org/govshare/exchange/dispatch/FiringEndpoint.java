package org.govshare.exchange.dispatch;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Runs of a service that are to be started, and what became of those that were. */
@Path("/api/exchange/v1/services/{id}/firings")
@Authenticated
class FiringEndpoint {

  private final FiringRepository firings;
  private final ServiceRegistry services;
  private final CurrentUser user;

  FiringEndpoint(FiringRepository firings, ServiceRegistry services, CurrentUser user) {
    this.firings = firings;
    this.services = services;
    this.user = user;
  }

  /** A page of them, the latest first. */
  @GET
  @WithSession
  public Uni<Page<FiringView>> list(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    Scope scope = Scope.of(user.caller());
    PageRequest request = PageRequest.of(page, size);
    return services
        .existing(id)
        .invoke(it -> scope.require(it.sourceDepartment(), it.targetDepartment()))
        .chain(() -> firings.page(id, request));
  }
}
