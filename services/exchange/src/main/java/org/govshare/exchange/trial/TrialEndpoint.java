package org.govshare.exchange.trial;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.jboss.resteasy.reactive.RestResponse;

/** Trials of a service: what would be read and written, and the first rows for their owner. */
@Path("/api/exchange/v1/services/{id}/trials")
@Authenticated
class TrialEndpoint {

  private final TrialService trials;
  private final CurrentUser user;

  TrialEndpoint(TrialService trials, CurrentUser user) {
    this.trials = trials;
    this.user = user;
  }

  /** Asks both nodes; the answers come in their own time and are kept for an hour. */
  @POST
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TrialView.class)))
  public Uni<RestResponse<TrialView>> ask(@PathParam("id") UUID id, TrialOrder order) {
    return trials
        .ask(user.caller(), id, InputChecks.body(order))
        .map(view -> RestResponse.status(RestResponse.Status.ACCEPTED, view));
  }

  /** A trial as far as it is. */
  @GET
  @Path("/{trial}")
  public Uni<TrialView> get(@PathParam("id") UUID id, @PathParam("trial") UUID trial) {
    return trials.get(user.caller(), id, trial);
  }
}
