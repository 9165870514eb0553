package org.govshare.catalog.category;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.platform.problem.InvalidInput;

/** Reads categories. */
@Singleton
public class CategoryRepository implements PanacheRepositoryBase<Category, String> {

  CategoryRepository() {}

  Uni<List<Category>> inOrder() {
    return list("order by code");
  }

  /** All categories by code. */
  public Uni<Map<String, CategoryView>> byCode() {
    return listAll()
        .map(
            all ->
                all.stream()
                    .map(Category::view)
                    .collect(Collectors.toMap(CategoryView::code, Function.identity())));
  }

  /**
   * The category a field names.
   *
   * @throws InvalidInput naming the field if there is no such category (400)
   */
  public Uni<Category> named(String field, String code) {
    return findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidInput(field, "unknown-category", code));
  }
}
