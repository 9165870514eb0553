package org.govshare.catalog.objection;

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

/** 校核: objections to the values of items. */
@Path("/api/catalog/v1/objections")
@Authenticated
class ObjectionEndpoint {

  private final ObjectionService objections;
  private final ObjectionReading reading;
  private final CurrentUser user;

  ObjectionEndpoint(ObjectionService objections, ObjectionReading reading, CurrentUser user) {
    this.objections = objections;
    this.reading = reading;
    this.user = user;
  }

  /** Reports a wrong value of an item that the caller's department uses. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ObjectionView.class)))
  public Uni<RestResponse<ObjectionView>> submit(ObjectionInput input) {
    return objections
        .submit(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/objections/" + view.id()));
  }

  /**
   * A page of objections, the latest first.
   *
   * @param role those the caller's department made or received; all the caller may see if absent
   * @param resourceId those to any version of this resource
   */
  @GET
  public Uni<Page<ObjectionView>> list(
      @QueryParam("role") ObjectionRole role,
      @QueryParam("state") ObjectionState state,
      @QueryParam("resourceId") UUID resourceId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reading.list(user.caller(), role, state, resourceId, PageRequest.of(page, size));
  }

  /** How departments deal with objections. */
  @GET
  @Path("statistics")
  public Uni<ObjectionStatistics> statistics() {
    return reading.statistics(user.caller());
  }

  /** One objection. */
  @GET
  @Path("{id}")
  public Uni<ObjectionView> read(@RestPath UUID id) {
    return reading.read(user.caller(), id);
  }

  /** The steps taken so far, the first one first. */
  @GET
  @Path("{id}/history")
  public Uni<Page<StepView>> history(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return reading.history(user.caller(), id, PageRequest.of(page, size));
  }

  /** The provider accepts it, rejects it or wants to know more. */
  @POST
  @Path("{id}/answer")
  public Uni<ObjectionView> answer(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Answer answer) {
    return objections.answer(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(answer));
  }

  /** The reporter says more. */
  @POST
  @Path("{id}/information")
  public Uni<ObjectionView> inform(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Information information) {
    return objections.inform(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(information));
  }

  /** The reporter is content with the answer. */
  @POST
  @Path("{id}/confirmation")
  public Uni<ObjectionView> confirm(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return objections.confirm(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** The reporter is not content: the provider looks again, the second time the authority does. */
  @POST
  @Path("{id}/reopening")
  public Uni<ObjectionView> reopen(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Reopening reopening) {
    return objections.reopen(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(reopening));
  }

  /** The authority decides between the two departments. */
  @POST
  @Path("{id}/arbitration")
  public Uni<ObjectionView> arbitrate(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Arbitration arbitration) {
    return objections.arbitrate(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(arbitration));
  }
}
