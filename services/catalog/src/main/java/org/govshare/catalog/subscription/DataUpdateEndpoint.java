package org.govshare.catalog.subscription;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Updates of the data behind a published resource. */
@Path("/api/catalog/v1/resources/{id}/data-updates")
@Authenticated
class DataUpdateEndpoint {

  private final DataUpdateService updates;
  private final CurrentUser user;

  DataUpdateEndpoint(DataUpdateService updates, CurrentUser user) {
    this.updates = updates;
    this.user = user;
  }

  /** The provider's editor, or a system of the provider, says that the data was updated. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = DataUpdateView.class)))
  public Uni<RestResponse<DataUpdateView>> report(@RestPath UUID id, DataUpdateInput input) {
    return updates
        .report(user.caller(), id, InputChecks.body(input))
        .map(view -> RestResponse.status(RestResponse.Status.CREATED, view));
  }

  /** A page of the updates of all versions, the latest first. */
  @GET
  public Uni<Page<DataUpdateView>> list(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return updates.list(user.caller(), id, PageRequest.of(page, size));
  }
}
