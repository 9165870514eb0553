package org.govshare.catalog.department;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.catalog.identifier.scheme.SegmentCodes;
import org.govshare.catalog.identifier.scheme.SegmentSource;

/** Tells which departments an identifier may name. */
@Singleton
class DepartmentSegment implements SegmentCodes {

  private final DepartmentRepository departments;

  DepartmentSegment(DepartmentRepository departments) {
    this.departments = departments;
  }

  @Override
  public SegmentSource source() {
    return SegmentSource.DEPARTMENT;
  }

  @Override
  public Uni<Set<String>> all() {
    return departments
        .listAll()
        .map(all -> all.stream().map(Department::serial).collect(Collectors.toUnmodifiableSet()));
  }
}
