package org.govshare.catalog.category;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Knows how many published resources are filed under each category. */
public interface CategoryCounts {

  /** Published resources by the code of the very category they are filed under. */
  Uni<Map<String, Long>> published();
}
