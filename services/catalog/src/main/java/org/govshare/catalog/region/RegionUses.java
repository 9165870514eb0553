package org.govshare.catalog.region;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.catalog.reference.Use;
import org.govshare.catalog.reference.UseFinder;
import org.govshare.catalog.reference.Uses;

/** Regions are used by the regions below them. */
@Singleton
class RegionUses implements UseFinder {

  @Override
  public Uni<List<Use>> of(String kind, String id) {
    return kind.equals(RegionService.KIND)
        ? Uses.query("regions", "Region", "parent = ?1", id).map(List::of)
        : Uni.createFrom().item(List.of());
  }
}
