package org.govshare.exchange.parked;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;

/** Rows of a run that did not fit: how many and why. */
@Path("/api/exchange/v1/runs/{id}/parked-rows")
@Authenticated
class RunParkedRowsEndpoint {

  private final ParkedRows parked;
  private final CurrentUser user;

  RunParkedRowsEndpoint(ParkedRows parked, CurrentUser user) {
    this.parked = parked;
    this.user = user;
  }

  /** Parked rows of one run, by reason and state. */
  @GET
  public Uni<ParkedRowsView> ofRun(@PathParam("id") UUID id) {
    return parked.ofRun(user.caller(), id);
  }
}
