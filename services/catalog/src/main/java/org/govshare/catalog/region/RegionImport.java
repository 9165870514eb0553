package org.govshare.catalog.region;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Many regions at once. A known code is changed, a new one is added.
 *
 * @param regions at most 5,000, in any order
 */
@RegisterForReflection
public record RegionImport(List<RegionInput> regions) {

  /**
   * What came of it.
   *
   * @param added how many codes were new
   * @param changed how many known ones were changed
   * @param unchanged how many were already so
   * @param committed whether it was written
   */
  @RegisterForReflection
  public record Outcome(int added, int changed, int unchanged, boolean committed) {}
}
