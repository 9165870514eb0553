package org.govshare.catalog.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests for the items of other departments, as their authors handle them. */
@Path("/api/catalog/v1/requests")
@Authenticated
class RequestEndpoint {

  private final RequestAuthoring authoring;
  private final RequestRenewals renewals;
  private final RequestReading reading;
  private final CurrentUser user;

  RequestEndpoint(
      RequestAuthoring authoring,
      RequestRenewals renewals,
      RequestReading reading,
      CurrentUser user) {
    this.authoring = authoring;
    this.renewals = renewals;
    this.reading = reading;
    this.user = user;
  }

  /** Asks for items of a published resource. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Uni<RestResponse<RequestView>> submit(RequestInput input) {
    return authoring.submit(user.caller(), InputChecks.body(input)).map(RequestEndpoint::created);
  }

  /** Begins a request that may lack anything but its resource; handed in later. */
  @POST
  @Path("drafts")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Uni<RestResponse<RequestView>> draft(RequestInput input) {
    return authoring.draft(user.caller(), InputChecks.body(input)).map(RequestEndpoint::created);
  }

  /** Asks for a grant in force to be prolonged; goes to the provider at once. */
  @POST
  @Path("renewals")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Uni<RestResponse<RequestView>> renew(RenewalInput input) {
    return renewals.ask(user.caller(), InputChecks.body(input)).map(RequestEndpoint::created);
  }

  /** What a request would come to; nothing is kept. */
  @POST
  @Path("preview")
  public Uni<RequestPreview> preview(RequestInput input) {
    return reading.preview(user.caller(), InputChecks.body(input));
  }

  /**
   * A page of requests, the latest first.
   *
   * @param role those of the caller's department, or those that wait for the caller; all the caller
   *     may see if absent
   * @param resourceId those for any version of this resource
   */
  @GET
  public Uni<Page<RequestView>> list(
      @QueryParam("role") RequestRole role,
      @QueryParam("state") RequestState state,
      @QueryParam("resource") UUID resourceId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reading.list(user.caller(), role, state, resourceId, PageRequest.of(page, size));
  }

  /** One request. */
  @GET
  @Path("{id}")
  public Uni<RequestView> read(@RestPath UUID id) {
    return reading.read(user.caller(), id);
  }

  /** The steps taken so far, the first one first. */
  @GET
  @Path("{id}/history")
  public Uni<Page<RequestTransitionView>> history(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return reading.history(user.caller(), id, PageRequest.of(page, size));
  }

  /** The clocks it went through, the first one first: which step was taken in time. */
  @GET
  @Path("{id}/clocks")
  public Uni<Page<ClockView>> clocks(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return reading.clocks(user.caller(), id, PageRequest.of(page, size));
  }

  /** Changes a draft, or what was returned. */
  @PUT
  @Path("{id}")
  public Uni<RequestView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RequestInput input) {
    return authoring.change(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Throws a draft away. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return authoring.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Hands in a draft, or again what was returned. */
  @POST
  @Path("{id}/submission")
  public Uni<RequestView> resubmit(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return authoring.resubmit(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Takes a request back. */
  @POST
  @Path("{id}/withdrawal")
  public Uni<RequestView> withdraw(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      RequestWithdrawal withdrawal) {
    return authoring.withdraw(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(withdrawal));
  }

  private static RestResponse<RequestView> created(RequestView view) {
    return Answers.created(view, "/api/catalog/v1/requests/" + view.id());
  }
}
