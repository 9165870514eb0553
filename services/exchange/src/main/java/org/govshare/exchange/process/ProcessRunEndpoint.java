package org.govshare.exchange.process;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Runs of processes. */
@Path("/api/exchange/v1/process-runs/{id}")
@Authenticated
class ProcessRunEndpoint {

  private final ProcessService processes;
  private final CurrentUser user;

  ProcessRunEndpoint(ProcessService processes, CurrentUser user) {
    this.processes = processes;
    this.user = user;
  }

  /** One run of a process, with the state of each step. */
  @GET
  public Uni<ProcessRunView> get(@PathParam("id") UUID id) {
    return processes.run(user.caller(), id);
  }

  /** Ends what runs and begins nothing more. What was committed stays. */
  @POST
  @Path("/stopping")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "Asked for")
  public Uni<Void> stop(@PathParam("id") UUID id) {
    return processes.stop(user.caller(), id);
  }
}
