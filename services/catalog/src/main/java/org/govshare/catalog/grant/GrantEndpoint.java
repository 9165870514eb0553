package org.govshare.catalog.grant;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;

/** Grants. */
@Path("/api/catalog/v1/grants")
@Authenticated
class GrantEndpoint {

  private final GrantService grants;
  private final CurrentUser user;

  GrantEndpoint(GrantService grants, CurrentUser user) {
    this.grants = grants;
    this.user = user;
  }

  /**
   * A page of the grants the caller may see, the latest first.
   *
   * @param role given (who holds what of mine) or held (what we hold) by the caller's department
   * @param state as it is at present
   * @param department code of the other department
   * @param resource any version of this resource
   * @param item this item
   * @param expiringBefore those that end before then, the first to end first
   */
  @GET
  public Uni<Page<GrantView>> list(
      @QueryParam("role") GrantRole role,
      @QueryParam("state") GrantState state,
      @QueryParam("department") String department,
      @QueryParam("resource") UUID resource,
      @QueryParam("item") UUID item,
      @QueryParam("expiringBefore") Instant expiringBefore,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return grants.list(
        user.caller(),
        new GrantFilter(role, state, department, resource, item, expiringBefore),
        PageRequest.of(page, size));
  }

  /** One grant. */
  @GET
  @Path("{id}")
  public Uni<GrantView> read(@RestPath UUID id) {
    return grants.read(user.caller(), id);
  }

  /** Takes a grant back; exchange services that rest on it stop. */
  @POST
  @Path("{id}/revocation")
  public Uni<GrantView> revoke(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Revocation revocation) {
    return grants.revoke(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(revocation));
  }

  /** Takes items out of a grant; answers with the grant that stands for the others. */
  @POST
  @Path("{id}/narrowing")
  public Uni<GrantView> narrow(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Narrowing narrowing) {
    return grants.narrow(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(narrowing));
  }
}
