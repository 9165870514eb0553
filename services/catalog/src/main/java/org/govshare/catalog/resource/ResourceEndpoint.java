package org.govshare.catalog.resource;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Information resources. */
@Path("/api/catalog/v1/resources")
@Authenticated
class ResourceEndpoint {

  private final ResourceService resources;
  private final CurrentUser user;

  ResourceEndpoint(ResourceService resources, CurrentUser user) {
    this.resources = resources;
    this.user = user;
  }

  /** Begins a draft. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ResourceView.class)))
  public Uni<RestResponse<ResourceView>> create(ResourceInput input) {
    return resources.create(user.caller(), InputChecks.body(input)).map(ResourceEndpoint::created);
  }

  /** One resource with its items. */
  @GET
  @Path("{id}")
  public Uni<ResourceView> read(@RestPath UUID id) {
    return resources.read(user.caller(), id);
  }

  /** Changes a draft or a returned one; the items are replaced. */
  @PUT
  @Path("{id}")
  public Uni<ResourceView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ResourceInput input) {
    return resources.change(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Throws a draft or a returned one away. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return resources.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Begins the draft of a published resource's next version. */
  @POST
  @Path("{id}/versions")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ResourceView.class)))
  public Uni<RestResponse<ResourceView>> begin(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return resources
        .begin(user.caller(), id, ExpectedVersion.of(ifMatch))
        .map(ResourceEndpoint::created);
  }

  private static RestResponse<ResourceView> created(ResourceView view) {
    return Answers.created(view, "/api/catalog/v1/resources/" + view.id());
  }
}
