package org.govshare.catalog.grant;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

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

  /** A page of the grants the caller may see, the latest first. */
  @GET
  public Uni<Page<GrantView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return grants.list(user.caller(), PageRequest.of(page, size));
  }

  /** One grant. */
  @GET
  @Path("{id}")
  public Uni<RestResponse<GrantView>> read(@RestPath UUID id) {
    return grants.read(user.caller(), id).map(GrantEndpoint::tagged);
  }

  /** Takes a grant back; exchange services that rest on it stop. */
  @POST
  @Path("{id}/revocation")
  public Uni<RestResponse<GrantView>> revoke(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Revocation revocation) {
    return grants
        .revoke(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(revocation))
        .map(GrantEndpoint::tagged);
  }

  private static RestResponse<GrantView> tagged(GrantView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, ExpectedVersion.tag(view.revision()))
        .build();
  }
}
