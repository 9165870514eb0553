package org.govshare.catalog.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests for the items of other departments. */
@Path("/api/catalog/v1/requests")
@Authenticated
class RequestEndpoint {

  private final RequestService requests;
  private final CurrentUser user;

  RequestEndpoint(RequestService requests, CurrentUser user) {
    this.requests = requests;
    this.user = user;
  }

  /** Asks for items of a published resource. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Uni<RestResponse<RequestView>> submit(RequestInput input) {
    return requests
        .submit(user.caller(), InputChecks.body(input))
        .map(
            view ->
                RestResponse.ResponseBuilder.<RequestView>created(
                        URI.create("/api/catalog/v1/requests/" + view.id()))
                    .entity(view)
                    .header(HttpHeaders.ETAG, ExpectedVersion.tag(view.revision()))
                    .build());
  }

  /**
   * A page of requests, the latest first.
   *
   * @param role those of the caller's department, or those that wait for the caller; all the caller
   *     may see if absent
   */
  @GET
  public Uni<Page<RequestView>> list(
      @QueryParam("role") RequestRole role,
      @QueryParam("state") RequestState state,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return requests.list(user.caller(), role, state, PageRequest.of(page, size));
  }

  /** One request. */
  @GET
  @Path("{id}")
  public Uni<RestResponse<RequestView>> read(@RestPath UUID id) {
    return requests.read(user.caller(), id).map(RequestEndpoint::tagged);
  }

  /** Passes a request on to the provider or refuses it. */
  @POST
  @Path("{id}/compliance-check")
  public Uni<RestResponse<RequestView>> checkCompliance(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ComplianceCheck finding) {
    return requests
        .checkCompliance(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(finding))
        .map(RequestEndpoint::tagged);
  }

  /** The provider grants items of a request or refuses it. */
  @POST
  @Path("{id}/decision")
  public Uni<RestResponse<RequestView>> decide(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Decision decision) {
    return requests
        .decide(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(decision))
        .map(RequestEndpoint::tagged);
  }

  private static RestResponse<RequestView> tagged(RequestView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, ExpectedVersion.tag(view.revision()))
        .build();
  }
}
