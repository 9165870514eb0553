package org.govshare.exchange.parked;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.run.RunView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Rows of a service that did not fit: how many and why, and giving them up. */
@Path("/api/exchange/v1/services/{id}/parked-rows")
@Authenticated
class ParkedRowsEndpoint {

  private final ParkedRows parked;
  private final ParkedShowings showings;
  private final ParkedReplays replays;
  private final RunReader runs;
  private final CurrentUser user;

  ParkedRowsEndpoint(
      ParkedRows parked,
      ParkedShowings showings,
      ParkedReplays replays,
      RunReader runs,
      CurrentUser user) {
    this.parked = parked;
    this.showings = showings;
    this.replays = replays;
    this.runs = runs;
    this.user = user;
  }

  /** Parked rows of a service, by run, reason and state. */
  @GET
  public Uni<ParkedRowsView> ofService(@PathParam("id") UUID id) {
    return parked.ofService(user.caller(), id);
  }

  /** Gives parked rows up. The target does it in its own time and reports the new figures. */
  @POST
  @Path("/discarding")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ParkedOrderView.class)))
  public Uni<RestResponse<ParkedOrderView>> discard(@PathParam("id") UUID id, Discarding order) {
    return parked
        .discard(user.caller(), id, InputChecks.body(order))
        .map(view -> RestResponse.status(RestResponse.Status.ACCEPTED, view));
  }

  /** A page of the decisions to give parked rows of a service up, the latest first. */
  @GET
  @Path("/discarding")
  public Uni<Page<ParkedOrderView>> orders(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return parked.orders(user.caller(), id, PageRequest.of(page, size));
  }

  /**
   * Has parked rows tried again, after their source or their target was mended: a run that copies
   * exactly these rows once more. The targets tell their keys to the source's node alone.
   */
  @POST
  @Path("/replay")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunView.class)))
  public Uni<RestResponse<RunView>> replay(@PathParam("id") UUID id, ReplayOrder order) {
    Caller caller = user.caller();
    return replays
        .replay(caller, id, InputChecks.body(order))
        .chain(run -> runs.get(caller, run))
        .map(
            view ->
                RestResponse.ResponseBuilder.<RunView>create(RestResponse.Status.ACCEPTED, view)
                    .header(HttpHeaders.LOCATION, "/api/exchange/v1/runs/" + view.id())
                    .build());
  }

  /**
   * Asks the target's node to show the oldest parked rows to people of the two departments that own
   * them, sealed for a key of theirs; the answer is kept for an hour.
   */
  @POST
  @Path("/showings")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ParkedShowingView.class)))
  public Uni<RestResponse<ParkedShowingView>> show(@PathParam("id") UUID id, ShowingOrder order) {
    return showings
        .ask(user.caller(), id, InputChecks.body(order))
        .map(view -> RestResponse.status(RestResponse.Status.ACCEPTED, view));
  }

  /** A showing as far as it is. */
  @GET
  @Path("/showings/{showing}")
  public Uni<ParkedShowingView> showing(
      @PathParam("id") UUID id, @PathParam("showing") UUID showing) {
    return showings.get(user.caller(), id, showing);
  }
}
