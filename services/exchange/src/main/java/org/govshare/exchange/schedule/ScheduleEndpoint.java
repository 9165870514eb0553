package org.govshare.exchange.schedule;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.version.ExpectedVersion;

/** The schedule of an exchange service. */
@Path("/api/exchange/v1/services/{id}/schedule")
@Authenticated
class ScheduleEndpoint {

  private final ScheduleService schedules;
  private final CurrentUser user;

  ScheduleEndpoint(ScheduleService schedules, CurrentUser user) {
    this.schedules = schedules;
    this.user = user;
  }

  /** When a service runs by itself, and within which bounds. */
  @GET
  public Uni<ScheduleView> get(@PathParam("id") UUID id) {
    return schedules.get(user.caller(), id);
  }

  /** Writes it anew. All faults are named at once. */
  @PUT
  public Uni<ScheduleView> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ScheduleDraft draft) {
    return schedules.change(
        user.caller(), id, InputChecks.body(draft), ExpectedVersion.of(ifMatch));
  }
}
