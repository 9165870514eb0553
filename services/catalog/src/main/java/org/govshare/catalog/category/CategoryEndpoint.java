package org.govshare.catalog.category;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
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

  private final CategoryRepository categories;

  CategoryEndpoint(CategoryRepository categories) {
    this.categories = categories;
  }

  /** A page of the categories in the order of their codes. */
  @GET
  @WithSession
  public Uni<Page<CategoryView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    PageRequest request = PageRequest.of(page, size);
    return categories
        .inOrder()
        .map(
            all ->
                Page.of(
                    all.stream()
                        .skip(request.offset())
                        .limit(request.size())
                        .map(Category::view)
                        .toList(),
                    all.size(),
                    request));
  }
}
