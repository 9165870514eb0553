package org.govshare.exchange.service;

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
import org.jboss.resteasy.reactive.RestResponse;

/** Exchange services. */
@Path("/api/exchange/v1/services")
@Authenticated
class ServiceEndpoint {

  private final ServiceDesigner designer;
  private final CurrentUser user;

  ServiceEndpoint(ServiceDesigner designer, CurrentUser user) {
    this.designer = designer;
    this.user = user;
  }

  /** A page of the services the caller may see, in the order of their codes. */
  @GET
  public Uni<Page<ServiceSummary>> list(
      @QueryParam("domain") String domain,
      @QueryParam("state") String state,
      @QueryParam("q") String text,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return designer.list(user.caller(), domain, state, text, PageRequest.of(page, size));
  }

  /** Turns a grant into an exchange service. All faults of the design are named at once. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ServiceView.class)))
  public Uni<RestResponse<ServiceView>> create(ServiceDraft draft) {
    return designer
        .create(user.caller(), InputChecks.body(draft))
        .map(view -> Answers.created(view, "/api/exchange/v1/services/" + view.id()));
  }

  /** One service. */
  @GET
  @Path("/{id}")
  public Uni<ServiceView> get(@PathParam("id") UUID id) {
    return designer.get(user.caller(), id);
  }

  /** Changes a service; its code stays. A run that is under way goes on as it was started. */
  @PUT
  @Path("/{id}")
  public Uni<ServiceView> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ServiceDraft draft) {
    return designer.change(user.caller(), id, InputChecks.body(draft), ExpectedVersion.of(ifMatch));
  }
}
