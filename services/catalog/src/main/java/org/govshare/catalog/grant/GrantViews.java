package org.govshare.catalog.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.platform.reactive.paging.Page;

/** Shows grants with the names of what they refer to. */
@Singleton
class GrantViews {

  private final GrantRepository grants;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final Clock clock;

  GrantViews(
      GrantRepository grants,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      Clock clock) {
    this.grants = grants;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.clock = clock;
  }

  Uni<GrantView> of(Grant grant) {
    return of(new Page<>(List.of(grant), 1, 0, 1)).map(page -> page.items().get(0));
  }

  Uni<Page<GrantView>> of(Page<Grant> page) {
    if (page.items().isEmpty()) {
      return Uni.createFrom().item(new Page<>(List.of(), page.total(), page.page(), page.size()));
    }
    List<UUID> resourceIds = page.items().stream().map(Grant::resourceId).distinct().toList();
    List<UUID> itemIds = page.items().stream().flatMap(GrantViews::itemsShown).distinct().toList();
    return grants
        .flush()
        .chain(departments::byCode)
        .chain(
            names ->
                resources
                    .list("id in ?1", resourceIds)
                    .chain(
                        found ->
                            items
                                .list("id in ?1", itemIds)
                                .map(granted -> page.map(viewer(names, found, granted)::of))));
  }

  private static Stream<UUID> itemsShown(Grant grant) {
    return Stream.concat(
        grant.itemIds().stream(), grant.rowConditions().stream().map(RowCondition::itemId));
  }

  private Viewer viewer(
      Map<String, DepartmentView> names,
      List<InformationResource> resources,
      List<DataItem> items) {
    return new Viewer(
        names,
        resources.stream().collect(Collectors.toMap(InformationResource::id, r -> r)),
        items.stream().collect(Collectors.toMap(DataItem::id, i -> i, (a, b) -> a)),
        clock.instant());
  }

  private record Viewer(
      Map<String, DepartmentView> names,
      Map<UUID, InformationResource> resources,
      Map<UUID, DataItem> items,
      Instant now) {

    GrantView of(Grant grant) {
      InformationResource resource = resources.get(grant.resourceId());
      return new GrantView(
          grant.id(),
          grant.requestId(),
          new GrantView.Resource(
              resource.id(), resource.identifier(), resource.name(), resource.version()),
          names.get(grant.providerDepartment()),
          names.get(grant.requesterDepartment()),
          grant.itemIds().stream().map(items::get).map(Viewer::item).toList(),
          grant.stateAt(now),
          grant.grantedBy(),
          grant.grantedAt(),
          grant.expiresAt(),
          grant.revokedBy(),
          grant.revokedAt(),
          grant.revocationReason(),
          grant.rowFilter(),
          grant.rowConditions().stream().map(this::condition).toList(),
          grant.conditions(),
          grant.replaces(),
          grant.replacedBy(),
          resource.state(),
          grant.revision());
    }

    private GrantView.RowCondition condition(RowCondition condition) {
      return new GrantView.RowCondition(
          condition.itemId(),
          items.get(condition.itemId()).name(),
          condition.operator(),
          condition.values());
    }

    private static GrantView.Item item(DataItem item) {
      return new GrantView.Item(
          item.id(), item.name(), item.fieldName(), item.dataType(), item.length());
    }
  }
}
