package org.govshare.catalog.category;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows categories. */
@Singleton
class CategoryService {

  private final CategoryRepository categories;

  CategoryService(CategoryRepository categories) {
    this.categories = categories;
  }

  /** A page of the categories in the order of their codes. */
  @WithSession
  Uni<Page<CategoryView>> page(PageRequest request) {
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
