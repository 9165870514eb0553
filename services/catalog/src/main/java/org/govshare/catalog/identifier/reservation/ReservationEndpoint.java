package org.govshare.catalog.identifier.reservation;

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

/** Ranges of numbers held back for a department. */
@Path("/api/catalog/v1/identifier-reservations")
@Authenticated
class ReservationEndpoint {

  private final ReservationService reservations;
  private final CurrentUser user;

  ReservationEndpoint(ReservationService reservations, CurrentUser user) {
    this.reservations = reservations;
    this.user = user;
  }

  /** A page of the ranges, in the order of their numbers; released ones too. */
  @GET
  public Uni<Page<ReservationView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return reservations.list(user.caller(), PageRequest.of(page, size));
  }

  /** Reserves a range in which nothing is allotted or reserved yet. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  public Uni<RestResponse<ReservationView>> reserve(ReservationInput input) {
    return reservations
        .reserve(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/identifier-reservations/" + view.id()));
  }

  /** Gives back what was not used of a range. */
  @POST
  @Path("{id}/release")
  public Uni<ReservationView> release(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return reservations.release(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
