package org.govshare.catalog.department;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Departments: read by everybody who is signed in, kept by the publisher. */
@Path(DepartmentEndpoint.PATH)
@Authenticated
class DepartmentEndpoint {

  static final String PATH = "/api/catalog/v1/departments";

  private final DepartmentService departments;
  private final CurrentUser user;

  DepartmentEndpoint(DepartmentService departments, CurrentUser user) {
    this.departments = departments;
    this.user = user;
  }

  /**
   * A page of the departments in their official order.
   *
   * @param q words that occur in name or code
   * @param parent only those directly below this one
   */
  @GET
  public Uni<Page<DepartmentView>> list(
      @QueryParam("q") String q,
      @QueryParam("state") DepartmentState state,
      @QueryParam("parent") String parent,
      @QueryParam("region") String region,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return departments.page(q, state, parent, region, PageRequest.of(page, size));
  }

  /** All departments, each with those below it. */
  @GET
  @Path("tree")
  public Uni<List<DepartmentNode>> tree() {
    return departments.tree();
  }

  /** Everything about one department. */
  @GET
  @Path("{code}")
  public Uni<DepartmentDetail> read(@RestPath String code) {
    return departments.read(code);
  }

  /** Registers a department. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = DepartmentDetail.class)))
  public Uni<RestResponse<DepartmentDetail>> create(DepartmentInput input) {
    return departments
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.code()));
  }

  /** Changes a department. */
  @PUT
  @Path("{code}")
  public Uni<DepartmentDetail> change(
      @RestPath String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      DepartmentInput input) {
    return departments.change(
        user.caller(), code, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Abolishes a department: it publishes nothing new, and its resources stay. */
  @POST
  @Path("{code}/abolition")
  public Uni<DepartmentDetail> abolish(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Abolition input) {
    return departments.abolish(
        user.caller(), code, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Lets an abolished department act again. */
  @POST
  @Path("{code}/reinstatement")
  public Uni<DepartmentDetail> reinstate(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return departments.reinstate(user.caller(), code, ExpectedVersion.of(ifMatch));
  }
}
