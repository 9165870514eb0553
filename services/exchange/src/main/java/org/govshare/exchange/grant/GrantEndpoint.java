package org.govshare.exchange.grant;

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

/** Grants that exchange services may rest on. */
@Path("/api/exchange/v1/grants")
@Authenticated
class GrantEndpoint {

  private final GrantService grants;
  private final CurrentUser user;

  GrantEndpoint(GrantService grants, CurrentUser user) {
    this.grants = grants;
    this.user = user;
  }

  /** A page of the grants, the latest first. */
  @GET
  public Uni<Page<GrantView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return grants.list(user.caller(), PageRequest.of(page, size));
  }

  /** One grant. */
  @GET
  @Path("/{id}")
  public Uni<GrantView> get(@PathParam("id") UUID id) {
    return grants.get(user.caller(), id);
  }
}
