package org.govshare.exchange.service;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The versions of an exchange service's design. */
@Path("/api/exchange/v1/services/{id}/versions")
@Authenticated
class VersionEndpoint {

  private final ServiceDesigner designer;
  private final ServiceVersions versions;
  private final CurrentUser user;

  VersionEndpoint(ServiceDesigner designer, ServiceVersions versions, CurrentUser user) {
    this.designer = designer;
    this.versions = versions;
    this.user = user;
  }

  /** A page of them, the latest first. */
  @GET
  @WithSession
  public Uni<Page<VersionSummary>> list(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    PageRequest request = PageRequest.of(page, size);
    return designer.get(user.caller(), id).chain(() -> versions.page(id, request));
  }

  /** One version. */
  @GET
  @Path("/{number}")
  @WithSession
  public Uni<VersionView> get(@PathParam("id") UUID id, @PathParam("number") int number) {
    return designer.get(user.caller(), id).chain(() -> versions.existing(id, number));
  }

  /** In what a version differs from another one, which is named by its number. */
  @GET
  @Path("/{number}/difference")
  @WithSession
  public Uni<List<DesignDifference>> difference(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @QueryParam("with") Integer other) {
    if (other == null) {
      throw new InvalidInput("with", "required");
    }
    return designer.get(user.caller(), id).chain(() -> versions.difference(id, other, number));
  }

  /** Puts a former design in force again, as a new version, if it still keeps the rules. */
  @POST
  @Path("/{number}/restoration")
  @ResponseStatus(200)
  @APIResponse(responseCode = "200", description = "In force again")
  public Uni<ServiceView> restore(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return designer.restore(user.caller(), id, number, ExpectedVersion.of(ifMatch));
  }
}
