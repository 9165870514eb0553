package org.govshare.exchange.schedule;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Trying a schedule out. */
@Path("/api/exchange/v1/schedule-preview")
@Authenticated
class SchedulePreviewEndpoint {

  private final ScheduleService schedules;
  private final CurrentUser user;

  SchedulePreviewEndpoint(ScheduleService schedules, CurrentUser user) {
    this.schedules = schedules;
    this.user = user;
  }

  /** The next ten firings of a schedule that is not kept. */
  @POST
  @ResponseStatus(200)
  @APIResponse(responseCode = "200", description = "The next firings, at most ten")
  public Uni<List<NextFiring>> preview(ScheduleDraft draft) {
    Caller caller = user.caller();
    return Uni.createFrom().item(() -> schedules.preview(caller, InputChecks.body(draft)));
  }
}
