package org.govshare.catalog.category;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.govshare.catalog.identifier.scheme.SegmentCodes;
import org.govshare.catalog.identifier.scheme.SegmentSource;

/** Tells which categories an identifier may name. */
@Singleton
class CategorySegment implements SegmentCodes {

  private final CategoryRepository categories;

  CategorySegment(CategoryRepository categories) {
    this.categories = categories;
  }

  @Override
  public SegmentSource source() {
    return SegmentSource.CATEGORY;
  }

  @Override
  public Uni<Set<String>> all() {
    return categories.byCode().map(byCode -> Set.copyOf(byCode.keySet()));
  }
}
