package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queries on data items. */
@Singleton
public class ItemRepository implements PanacheRepositoryBase<DataItem, UUID> {

  ItemRepository() {}

  /** The items of a resource in their order. */
  public Uni<List<DataItem>> of(UUID resourceId) {
    return list("resourceId = ?1 order by position", resourceId);
  }

  /** The items of several resources in their order. */
  public Uni<Map<UUID, List<DataItem>>> of(Collection<UUID> resourceIds) {
    if (resourceIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return list("resourceId in ?1 order by position", resourceIds)
        .map(items -> items.stream().collect(Collectors.groupingBy(DataItem::resourceId)));
  }

  Uni<Void> replace(UUID resourceId, List<DataItem> items) {
    return delete("resourceId", resourceId)
        .chain(() -> items.isEmpty() ? Uni.createFrom().voidItem() : persist(items));
  }
}
