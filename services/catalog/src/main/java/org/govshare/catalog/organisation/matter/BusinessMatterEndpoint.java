package org.govshare.catalog.organisation.matter;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 业务事项 of the departments. Everybody but the 三员 reads them; a department's editors and the
 * publisher keep them.
 */
@Path(BusinessMatterEndpoint.PATH)
@Authenticated
class BusinessMatterEndpoint {

  static final String PATH = "/api/catalog/v1/matters";

  private final BusinessMatterService matters;
  private final CurrentUser user;

  BusinessMatterEndpoint(BusinessMatterService matters, CurrentUser user) {
    this.matters = matters;
    this.user = user;
  }

  /**
   * A page, in the order of departments and names.
   *
   * @param q words that occur in name or code
   */
  @GET
  public Uni<Page<BusinessMatterView>> list(
      @QueryParam("q") String q,
      @QueryParam("department") String department,
      @QueryParam("kind") MatterKind kind,
      @QueryParam("functionId") UUID functionId,
      @QueryParam("abolished") Boolean abolished,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    Conditions conditions =
        new Conditions()
            .words(q, "name", "code")
            .equal("kind", kind)
            .equal("functionId", functionId)
            .equal("abolished", abolished);
    return matters.list(user.caller(), department, conditions, PageRequest.of(page, size));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Uni<BusinessMatterView> read(@RestPath UUID id) {
    return matters.read(user.caller(), id);
  }

  /** Adds one to a department. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = BusinessMatterView.class)))
  public Uni<RestResponse<BusinessMatterView>> create(BusinessMatterInput input) {
    return matters
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes one. */
  @PUT
  @Path("{id}")
  public Uni<BusinessMatterView> change(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      BusinessMatterInput input) {
    return matters.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Removes one that nothing refers to. */
  @DELETE
  @Path("{id}")
  public Uni<Void> remove(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return matters.remove(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
