package org.govshare.catalog.category;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The classification as a tree, with what is published under each node. */
@Singleton
class CategoryTree {

  private final CategoryRepository categories;
  private final CategoryCounts counts;

  CategoryTree(CategoryRepository categories, CategoryCounts counts) {
    this.categories = categories;
    this.counts = counts;
  }

  @WithSession
  Uni<List<CategoryNode>> read() {
    return categories
        .inOrder()
        .chain(all -> counts.published().map(published -> below(null, all, published)));
  }

  private static List<CategoryNode> below(
      String parent, List<Category> all, Map<String, Long> published) {
    Predicate<Category> child = category -> Objects.equals(category.parent(), parent);
    return all.stream().filter(child).map(category -> node(category, all, published)).toList();
  }

  private static CategoryNode node(
      Category category, List<Category> all, Map<String, Long> published) {
    List<CategoryNode> children = below(category.code(), all, published);
    long own = published.getOrDefault(category.code(), 0L);
    long total = own + children.stream().mapToLong(CategoryNode::total).sum();
    CategoryDetail detail = category.detail();
    return new CategoryNode(
        detail.code(),
        detail.name(),
        detail.level(),
        detail.position(),
        detail.description(),
        detail.retired(),
        own,
        total,
        children);
  }
}
