package org.govshare.catalog.task;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Who sees to whose tasks while they are away; one's own only. */
@Path("/api/catalog/v1/delegations")
@Authenticated
class DelegationEndpoint {

  private final DelegationService delegations;
  private final CurrentUser user;

  DelegationEndpoint(DelegationService delegations, CurrentUser user) {
    this.delegations = delegations;
    this.user = user;
  }

  /**
   * A page of the caller's delegations, the latest first.
   *
   * @param role given by the caller, or naming the caller; both if absent
   */
  @GET
  public Uni<Page<DelegationView>> list(
      @QueryParam("role") DelegationRole role,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return delegations.list(user.caller(), role, PageRequest.of(page, size));
  }

  /** Names a colleague for all of the caller's tasks for a period. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = DelegationView.class)))
  public Uni<RestResponse<DelegationView>> delegate(DelegationInput input) {
    return delegations
        .delegate(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/delegations/" + view.id()));
  }

  /** Ends a delegation before its time. */
  @POST
  @Path("{id}/end")
  public Uni<DelegationView> end(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return delegations.end(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
