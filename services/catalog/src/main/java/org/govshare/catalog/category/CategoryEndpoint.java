package org.govshare.catalog.category;

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

/** Categories: read by everybody who is signed in, kept by the publisher. */
@Path(CategoryEndpoint.PATH)
@Authenticated
class CategoryEndpoint {

  static final String PATH = "/api/catalog/v1/categories";

  private final CategoryService categories;
  private final CategoryTree tree;
  private final CurrentUser user;

  CategoryEndpoint(CategoryService categories, CategoryTree tree, CurrentUser user) {
    this.categories = categories;
    this.tree = tree;
    this.user = user;
  }

  /**
   * A page of the categories in the order of their codes.
   *
   * @param q words that occur in name or code
   * @param parent only those directly below this one
   */
  @GET
  public Uni<Page<CategoryView>> list(
      @QueryParam("q") String q,
      @QueryParam("parent") String parent,
      @QueryParam("retired") Boolean retired,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return categories.page(q, parent, retired, PageRequest.of(page, size));
  }

  /** The whole classification, with the number of published resources under each category. */
  @GET
  @Path("tree")
  public Uni<List<CategoryNode>> tree() {
    return tree.read();
  }

  /** Everything about one category. */
  @GET
  @Path("{code}")
  public Uni<CategoryDetail> read(@RestPath String code) {
    return categories.read(code);
  }

  /** Adds a category below another one, or at the top. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CategoryDetail.class)))
  public Uni<RestResponse<CategoryDetail>> create(CategoryInput input) {
    return categories
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.code()));
  }

  /** Renames a category, describes it, or moves it among its neighbours. */
  @PUT
  @Path("{code}")
  public Uni<CategoryDetail> change(
      @RestPath String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      CategoryInput input) {
    return categories.change(
        user.caller(), code, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Lets nothing new be filed under a category; what is there stays. */
  @POST
  @Path("{code}/retirement")
  public Uni<CategoryDetail> retire(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return categories.retire(user.caller(), code, ExpectedVersion.of(ifMatch), true);
  }

  /** Opens a retired category again. */
  @POST
  @Path("{code}/reinstatement")
  public Uni<CategoryDetail> reinstate(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return categories.retire(user.caller(), code, ExpectedVersion.of(ifMatch), false);
  }

  /** Removes a category that nothing was ever filed under. */
  @DELETE
  @Path("{code}")
  public Uni<Void> remove(
      @RestPath String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return categories.remove(user.caller(), code, ExpectedVersion.of(ifMatch));
  }
}
