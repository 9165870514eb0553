package org.govshare.catalog.category;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on categories. */
@Singleton
public class CategoryRepository implements PanacheRepositoryBase<Category, String> {

  CategoryRepository() {}

  Uni<List<Category>> inOrder() {
    return list("order by level, position, code");
  }

  Uni<Page<Category>> page(Conditions conditions, PageRequest page) {
    return count(conditions.text(), conditions.values())
        .chain(
            total ->
                find(conditions.text() + " order by code", conditions.values())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Category> found) -> Page.of(found, total, page)));
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

  /**
   * The category under which something is filed.
   *
   * @throws InvalidInput naming the field if there is no such category, or it is retired (400)
   */
  public Uni<Category> open(String field, String code) {
    return named(field, code)
        .invoke(
            category -> {
              if (category.retired()) {
                throw new InvalidInput(field, "retired-category", category.name());
              }
            });
  }

  Uni<Category> existing(String code) {
    return findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("category-not-found", code));
  }

  Uni<Category> locked(String code) {
    return findById(code, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("category-not-found", code));
  }

  /** Writers wait for each other: what one checks, another must not change. */
  Uni<Void> lockAll() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("lock table category in share row exclusive mode")
                    .executeUpdate())
        .replaceWithVoid();
  }
}
