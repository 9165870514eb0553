package org.govshare.catalog.category;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Categories, for everybody who is signed in. */
@Path("/api/catalog/v1/categories")
@Authenticated
class CategoryEndpoint {

  private final CategoryService categories;

  CategoryEndpoint(CategoryService categories) {
    this.categories = categories;
  }

  /** A page of the categories in the order of their codes. */
  @GET
  public Uni<Page<CategoryView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return categories.page(PageRequest.of(page, size));
  }
}
