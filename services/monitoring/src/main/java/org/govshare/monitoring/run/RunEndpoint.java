package org.govshare.monitoring.run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.platform.identity.CurrentUser;

/** Single runs. */
@Path("/api/monitoring/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "runs")
class RunEndpoint {

  private final CurrentUser user;
  private final RunService runs;

  RunEndpoint(CurrentUser user, RunService runs) {
    this.user = user;
    this.runs = runs;
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readRun", summary = "A run and what its two ends have reported")
  public Uni<RunView> read(@PathParam("id") UUID id) {
    return runs.read(user.caller(), id);
  }
}
