package org.govshare.catalog.region;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

/** The administrative division: read by everybody who is signed in, kept by the publisher. */
@Path(RegionEndpoint.PATH)
@Authenticated
class RegionEndpoint {

  static final String PATH = "/api/catalog/v1/regions";

  private final RegionService regions;
  private final RegionImportService imports;
  private final CurrentUser user;

  RegionEndpoint(RegionService regions, RegionImportService imports, CurrentUser user) {
    this.regions = regions;
    this.imports = imports;
    this.user = user;
  }

  /**
   * A page of regions in the order of their codes.
   *
   * @param q words that occur in name or code
   * @param parent only those directly below this one
   */
  @GET
  public Uni<Page<RegionView>> list(
      @QueryParam("q") String q,
      @QueryParam("parent") String parent,
      @QueryParam("level") RegionLevel level,
      @QueryParam("abolished") Boolean abolished,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return regions.page(q, parent, level, abolished, PageRequest.of(page, size));
  }

  /**
   * Three levels of the division.
   *
   * @param root the region to begin with; if absent, the provinces
   */
  @GET
  @Path("tree")
  public Uni<List<RegionNode>> tree(@QueryParam("root") String root) {
    return regions.tree(root);
  }

  /** One region. */
  @GET
  @Path("{code}")
  public Uni<RegionView> read(@RestPath String code) {
    return regions.read(code);
  }

  /** Adds a region; the one above it must be there. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RegionView.class)))
  public Uni<RestResponse<RegionView>> create(RegionInput input) {
    return regions
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.code()));
  }

  /**
   * Adds and changes many regions: all, or none if one has a fault. May be repeated.
   *
   * @param dryRun whether only to say what would be done
   */
  @POST
  @Path("import")
  public Uni<RegionImport.Outcome> take(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, RegionImport input) {
    return imports.take(user.caller(), InputChecks.body(input), dryRun);
  }

  /** Changes a region. */
  @PUT
  @Path("{code}")
  public Uni<RegionView> change(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RegionInput input) {
    return regions.change(
        user.caller(), code, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Removes a region that nothing refers to. */
  @DELETE
  @Path("{code}")
  public Uni<Void> remove(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return regions.remove(user.caller(), code, ExpectedVersion.of(ifMatch));
  }
}
