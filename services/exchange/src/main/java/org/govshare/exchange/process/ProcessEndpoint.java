package org.govshare.exchange.process;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Processes: graphs of services that are run as a whole. */
@Path("/api/exchange/v1/processes")
@Authenticated
class ProcessEndpoint {

  private final ProcessService processes;
  private final CurrentUser user;

  ProcessEndpoint(ProcessService processes, CurrentUser user) {
    this.processes = processes;
    this.user = user;
  }

  /** A page of the processes, by name. */
  @GET
  public Uni<Page<ProcessView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return processes.list(user.caller(), PageRequest.of(page, size));
  }

  /** Makes a process. A graph with a circle is refused. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProcessView.class)))
  public Uni<RestResponse<ProcessView>> create(ProcessDraft draft) {
    return processes
        .create(user.caller(), InputChecks.body(draft))
        .map(view -> Answers.created(view, "/api/exchange/v1/processes/" + view.id()));
  }

  /** One process. */
  @GET
  @Path("/{id}")
  public Uni<ProcessView> get(@PathParam("id") UUID id) {
    return processes.get(user.caller(), id);
  }

  /** Changes a process. A run of it that is under way goes on as it was started. */
  @PUT
  @Path("/{id}")
  public Uni<ProcessView> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ProcessDraft draft) {
    return processes.change(
        user.caller(), id, InputChecks.body(draft), ExpectedVersion.of(ifMatch));
  }

  /** Runs a process as a whole. */
  @POST
  @Path("/{id}/runs")
  @ResponseStatus(202)
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProcessRunView.class)))
  public Uni<ProcessRunView> start(@PathParam("id") UUID id) {
    return processes.start(user.caller(), id);
  }

  /** A page of its runs, the latest first. */
  @GET
  @Path("/{id}/runs")
  public Uni<Page<ProcessRunView>> runs(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return processes.runs(user.caller(), id, PageRequest.of(page, size));
  }
}
