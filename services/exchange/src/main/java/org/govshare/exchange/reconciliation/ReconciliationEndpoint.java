package org.govshare.exchange.reconciliation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Comparisons of both ends of a run. */
@Path("/api/exchange/v1/runs/{id}/reconciliations")
@Authenticated
class ReconciliationEndpoint {

  private final ReconciliationService reconciliations;
  private final Mender mender;
  private final CurrentUser user;

  ReconciliationEndpoint(ReconciliationService reconciliations, Mender mender, CurrentUser user) {
    this.reconciliations = reconciliations;
    this.mender = mender;
    this.user = user;
  }

  /**
   * Has both nodes look at their tables, whatever lanes brought the rows and whoever writes to them
   * meanwhile; the answers come in their own time.
   *
   * @param target which of the run's targets, from 1; the first if absent
   */
  @POST
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReconciliationView.class)))
  public Uni<RestResponse<ReconciliationView>> ask(
      @PathParam("id") UUID id, @QueryParam("target") Integer target) {
    return reconciliations
        .ask(user.caller(), id, target == null ? 1 : target)
        .map(view -> RestResponse.status(RestResponse.Status.ACCEPTED, view));
  }

  /** Ends a reconciliation that is under way. Again: no change. */
  @POST
  @Path("/{reconciliation}/cancellation")
  public Uni<ReconciliationView> cancel(
      @PathParam("id") UUID id, @PathParam("reconciliation") UUID reconciliation) {
    return reconciliations.cancel(user.caller(), id, reconciliation);
  }

  /**
   * Has the rows sent again that the target lacks or has with other values, at most 1,000. It is a
   * run of the service like others, of these rows alone; their keys stay unknown to the centre.
   */
  @POST
  @Path("/{reconciliation}/resends")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RowsSentAgain.class)))
  public Uni<RestResponse<RowsSentAgain>> resend(
      @PathParam("id") UUID id, @PathParam("reconciliation") UUID reconciliation) {
    return mender
        .mend(user.caller(), id, reconciliation)
        .map(started -> RestResponse.status(RestResponse.Status.ACCEPTED, started));
  }

  /** A page of the run's reconciliations, the latest first. */
  @GET
  public Uni<Page<ReconciliationView>> list(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reconciliations.list(user.caller(), id, PageRequest.of(page, size));
  }
}
