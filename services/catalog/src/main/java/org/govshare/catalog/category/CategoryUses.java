package org.govshare.catalog.category;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.catalog.reference.Use;
import org.govshare.catalog.reference.UseFinder;
import org.govshare.catalog.reference.Uses;

/** Categories are used by the categories below them. */
@Singleton
class CategoryUses implements UseFinder {

  @Override
  public Uni<List<Use>> of(String kind, String id) {
    return kind.equals(CategoryService.KIND)
        ? Uses.query("categories", "Category", "parent = ?1", id).map(List::of)
        : Uni.createFrom().item(List.of());
  }
}
