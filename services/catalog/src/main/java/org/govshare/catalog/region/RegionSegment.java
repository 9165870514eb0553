package org.govshare.catalog.region;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.catalog.identifier.scheme.SegmentCodes;
import org.govshare.catalog.identifier.scheme.SegmentSource;

/** Tells which regions an identifier may name. */
@Singleton
class RegionSegment implements SegmentCodes {

  private final RegionRepository regions;

  RegionSegment(RegionRepository regions) {
    this.regions = regions;
  }

  @Override
  public SegmentSource source() {
    return SegmentSource.REGION;
  }

  @Override
  public Uni<Set<String>> all() {
    return regions
        .listAll()
        .map(all -> all.stream().map(Region::code).collect(Collectors.toUnmodifiableSet()));
  }
}
