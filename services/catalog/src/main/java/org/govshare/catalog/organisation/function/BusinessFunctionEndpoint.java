package org.govshare.catalog.organisation.function;

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
 * 业务职责 of the departments. Everybody but the 三员 reads them; a department's editors and the
 * publisher keep them.
 */
@Path(BusinessFunctionEndpoint.PATH)
@Authenticated
class BusinessFunctionEndpoint {

  static final String PATH = "/api/catalog/v1/functions";

  private final BusinessFunctionService functions;
  private final CurrentUser user;

  BusinessFunctionEndpoint(BusinessFunctionService functions, CurrentUser user) {
    this.functions = functions;
    this.user = user;
  }

  /**
   * A page, in the order of departments and names.
   *
   * @param q words that occur in name or basis
   */
  @GET
  public Uni<Page<BusinessFunctionView>> list(
      @QueryParam("q") String q,
      @QueryParam("department") String department,
      @QueryParam("source") FunctionSource source,
      @QueryParam("officeId") UUID officeId,
      @QueryParam("abolished") Boolean abolished,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    Conditions conditions =
        new Conditions()
            .words(q, "name", "basis")
            .equal("source", source)
            .equal("officeId", officeId)
            .equal("abolished", abolished);
    return functions.list(user.caller(), department, conditions, PageRequest.of(page, size));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Uni<BusinessFunctionView> read(@RestPath UUID id) {
    return functions.read(user.caller(), id);
  }

  /** Adds one to a department. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = BusinessFunctionView.class)))
  public Uni<RestResponse<BusinessFunctionView>> create(BusinessFunctionInput input) {
    return functions
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes one. */
  @PUT
  @Path("{id}")
  public Uni<BusinessFunctionView> change(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      BusinessFunctionInput input) {
    return functions.change(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Removes one that nothing refers to. */
  @DELETE
  @Path("{id}")
  public Uni<Void> remove(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return functions.remove(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
