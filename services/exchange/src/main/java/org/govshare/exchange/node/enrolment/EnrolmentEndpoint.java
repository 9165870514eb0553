package org.govshare.exchange.node.enrolment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Taking in nodes, and giving nodes that were lost new keys. */
@Path("/api/exchange/v1/node-enrolments")
@Authenticated
class EnrolmentEndpoint {

  private final EnrolmentService enrolments;
  private final CurrentUser user;

  EnrolmentEndpoint(EnrolmentService enrolments, CurrentUser user) {
    this.enrolments = enrolments;
    this.user = user;
  }

  /** A page of them, the latest first. */
  @GET
  public Uni<Page<EnrolmentView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return enrolments.list(user.caller(), PageRequest.of(page, size));
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  public Uni<EnrolmentView> get(@PathParam("id") UUID id) {
    return enrolments.get(user.caller(), id);
  }

  /** Gives a registration code out. It is shown in this answer alone. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Given out",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class)))
  public Uni<RestResponse<EnrolmentView>> issue(NewEnrolment input) {
    return enrolments
        .issue(user.caller(), InputChecks.body(input))
        .map(made -> Answers.created(made, "/api/exchange/v1/node-enrolments/" + made.id()));
  }

  /** Registers the node, if the fingerprint is the one read at its machine. */
  @POST
  @Path("/{id}/confirmation")
  public Uni<EnrolmentView> confirm(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Confirmation confirmation) {
    return enrolments.confirm(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(confirmation));
  }

  /** Calls it off. */
  @POST
  @Path("/{id}/cancellation")
  public Uni<EnrolmentView> cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return enrolments.cancel(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
