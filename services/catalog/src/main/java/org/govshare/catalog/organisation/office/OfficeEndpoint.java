package org.govshare.catalog.organisation.office;

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
 * 处室 of the departments. Everybody but the 三员 reads them; a department's editors and the publisher
 * keep them.
 */
@Path(OfficeEndpoint.PATH)
@Authenticated
class OfficeEndpoint {

  static final String PATH = "/api/catalog/v1/offices";

  private final OfficeService offices;
  private final CurrentUser user;

  OfficeEndpoint(OfficeService offices, CurrentUser user) {
    this.offices = offices;
    this.user = user;
  }

  /**
   * A page, in the order of departments and names.
   *
   * @param q words that occur in name or duties
   */
  @GET
  public Uni<Page<OfficeView>> list(
      @QueryParam("q") String q,
      @QueryParam("department") String department,
      @QueryParam("abolished") Boolean abolished,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    Conditions conditions =
        new Conditions().words(q, "name", "duties").equal("abolished", abolished);
    return offices.list(user.caller(), department, conditions, PageRequest.of(page, size));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Uni<OfficeView> read(@RestPath UUID id) {
    return offices.read(user.caller(), id);
  }

  /** Adds one to a department. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = OfficeView.class)))
  public Uni<RestResponse<OfficeView>> create(OfficeInput input) {
    return offices
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes one. */
  @PUT
  @Path("{id}")
  public Uni<OfficeView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OfficeInput input) {
    return offices.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Removes one that nothing refers to. */
  @DELETE
  @Path("{id}")
  public Uni<Void> remove(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return offices.remove(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
