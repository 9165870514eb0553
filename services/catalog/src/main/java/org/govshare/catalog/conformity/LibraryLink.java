package org.govshare.catalog.conformity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.ResourceState;

/**
 * A resource that cites an entry of the library.
 *
 * @param items its items that cite it
 * @param requestCount access requests for those items
 */
@RegisterForReflection
record LibraryLink(
    UUID resourceId,
    String name,
    int version,
    ResourceState state,
    DepartmentView department,
    List<CitingItem> items,
    long requestCount) {

  /** An item that cites an entry. */
  @RegisterForReflection
  record CitingItem(UUID id, String name) {}
}
