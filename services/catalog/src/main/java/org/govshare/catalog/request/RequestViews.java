package org.govshare.catalog.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.platform.reactive.paging.Page;

/** Shows requests with the names of what they refer to. */
@Singleton
class RequestViews {

  private final RequestRepository requests;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;

  RequestViews(
      RequestRepository requests,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments) {
    this.requests = requests;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
  }

  Uni<RequestView> of(AccessRequest request) {
    return of(new Page<>(List.of(request), 1, 0, 1)).map(page -> page.items().get(0));
  }

  Uni<Page<RequestView>> of(Page<AccessRequest> page) {
    if (page.items().isEmpty()) {
      return Uni.createFrom().item(new Page<>(List.of(), page.total(), page.page(), page.size()));
    }
    List<UUID> resourceIds =
        page.items().stream().map(AccessRequest::resourceId).distinct().toList();
    List<UUID> itemIds =
        page.items().stream().flatMap(request -> request.itemIds().stream()).distinct().toList();
    return requests
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
                                .map(asked -> page.map(viewer(names, found, asked)::of))));
  }

  private static Viewer viewer(
      Map<String, DepartmentView> names,
      List<InformationResource> resources,
      List<DataItem> items) {
    return new Viewer(
        names,
        resources.stream().collect(Collectors.toMap(InformationResource::id, r -> r)),
        items.stream().collect(Collectors.toMap(DataItem::id, i -> i)));
  }

  private record Viewer(
      Map<String, DepartmentView> names,
      Map<UUID, InformationResource> resources,
      Map<UUID, DataItem> items) {

    RequestView of(AccessRequest request) {
      InformationResource resource = resources.get(request.resourceId());
      return new RequestView(
          request.id(),
          request.state(),
          new RequestView.Resource(
              resource.id(), resource.identifier(), resource.name(), resource.version()),
          names.get(request.providerDepartment()),
          names.get(request.requesterDepartment()),
          request.requestedBy(),
          request.itemIds().stream().map(items::get).map(Viewer::item).toList(),
          request.purpose(),
          request.legalBasis(),
          request.scenario(),
          request.frequency(),
          request.method(),
          request.validUntil(),
          request.check(),
          request.decision(),
          request.grantId(),
          request.createdAt(),
          request.revision());
    }

    private static RequestView.Item item(DataItem item) {
      return new RequestView.Item(
          item.id(), item.name(), item.fieldName(), item.dataType(), item.sharingType());
    }
  }
}
