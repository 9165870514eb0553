package org.govshare.catalog.department;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.catalog.reference.Use;
import org.govshare.catalog.reference.UseFinder;
import org.govshare.catalog.reference.Uses;

/** Departments lie in regions, and below other departments. */
@Singleton
class DepartmentUses implements UseFinder {

  @Override
  public Uni<List<Use>> of(String kind, String id) {
    return switch (kind) {
      case "region" -> Uses.query("departments", "Department", "regionCode = ?1", id).map(List::of);
      case DepartmentService.KIND ->
          Uses.query("departments", "Department", "parent = ?1 and state = 'ACTIVE'", id)
              .map(List::of);
      default -> Uni.createFrom().item(List.of());
    };
  }
}
