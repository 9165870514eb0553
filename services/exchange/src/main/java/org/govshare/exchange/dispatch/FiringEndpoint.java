package org.govshare.exchange.dispatch;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Runs of a service that are to be started, and what became of those that were. */
@Path("/api/exchange/v1/services/{id}/firings")
@Authenticated
class FiringEndpoint {

  private final FiringService firings;
  private final CurrentUser user;

  FiringEndpoint(FiringService firings, CurrentUser user) {
    this.firings = firings;
    this.user = user;
  }

  /** A page of them, the latest first. */
  @GET
  public Uni<Page<FiringView>> list(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return firings.page(user.caller(), id, PageRequest.of(page, size));
  }
}
