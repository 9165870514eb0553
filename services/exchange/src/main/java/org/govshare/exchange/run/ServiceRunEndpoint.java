package org.govshare.exchange.run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
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
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Running an exchange service, and letting it be run no longer or again. */
@Path("/api/exchange/v1/services/{id}")
@Authenticated
class ServiceRunEndpoint {

  private final RunStarter starter;
  private final Resender resender;
  private final RunStopper stopper;
  private final RunReader reader;
  private final CurrentUser user;

  ServiceRunEndpoint(
      RunStarter starter,
      Resender resender,
      RunStopper stopper,
      RunReader reader,
      CurrentUser user) {
    this.starter = starter;
    this.resender = resender;
    this.stopper = stopper;
    this.reader = reader;
    this.user = user;
  }

  /**
   * Starts a run. The nodes carry it out in their own time.
   *
   * @param anew whether change capture forgets where it was and takes a new snapshot of the table,
   *     and increments begin at the first row
   */
  @POST
  @Path("/runs")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunView.class)))
  public Uni<RestResponse<RunView>> start(
      @PathParam("id") UUID id, @QueryParam("anew") @DefaultValue("false") boolean anew) {
    Caller caller = user.caller();
    return starter
        .start(caller, id, anew)
        .chain(run -> reader.get(caller, run))
        .map(ServiceRunEndpoint::accepted);
  }

  /**
   * Has rows sent again, by their keys or a range of a column. It is a run like others, of these
   * rows alone; keys that are named are sealed for the source's node.
   */
  @POST
  @Path("/resends")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunView.class)))
  public Uni<RestResponse<RunView>> resend(@PathParam("id") UUID id, ResendOrder order) {
    Caller caller = user.caller();
    return resender
        .resend(caller, id, InputChecks.body(order))
        .chain(run -> reader.get(caller, run))
        .map(ServiceRunEndpoint::accepted);
  }

  /**
   * A page of what befell the channels of the service's runs, the latest first.
   *
   * @param kind the one kind that is asked for, all of them if absent
   */
  @GET
  @Path("/events")
  public Uni<Page<ChannelEventView>> events(
      @PathParam("id") UUID id,
      @QueryParam("kind") String kind,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reader.eventsOf(user.caller(), id, kind, PageRequest.of(page, size));
  }

  private static RestResponse<RunView> accepted(RunView run) {
    return RestResponse.ResponseBuilder.<RunView>create(RestResponse.Status.ACCEPTED, run)
        .header(HttpHeaders.LOCATION, "/api/exchange/v1/runs/" + run.id())
        .build();
  }

  /** Lets the service be run no longer and stops a run under way. Again: no change. */
  @POST
  @Path("/suspension")
  @APIResponse(
      responseCode = "200",
      description = "Stopped",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ServiceView.class)))
  public Uni<ServiceView> suspend(@PathParam("id") UUID id) {
    return stopper.suspend(user.caller(), id);
  }

  /** Lets the service be run again, while its grant is in force. Again: no change. */
  @POST
  @Path("/resumption")
  @APIResponse(
      responseCode = "200",
      description = "Deployed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ServiceView.class)))
  public Uni<ServiceView> resume(@PathParam("id") UUID id) {
    return stopper.resume(user.caller(), id);
  }
}
