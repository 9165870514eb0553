package org.govshare.catalog.objection;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;

/** Shows objections with the names of what they refer to, and rows to the two departments alone. */
@Singleton
class ObjectionViews {

  private final ObjectionRepository objections;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final Clocks clocks;

  ObjectionViews(
      ObjectionRepository objections,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      Clocks clocks) {
    this.objections = objections;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.clocks = clocks;
  }

  Uni<ObjectionView> of(Caller caller, Objection objection) {
    return of(caller, new Page<>(List.of(objection), 1, 0, 1)).map(page -> page.items().get(0));
  }

  Uni<Page<ObjectionView>> of(Caller caller, Page<Objection> page) {
    if (page.items().isEmpty()) {
      return Uni.createFrom().item(new Page<>(List.of(), page.total(), page.page(), page.size()));
    }
    List<UUID> ids = page.items().stream().map(Objection::id).toList();
    List<UUID> resourceIds = page.items().stream().map(Objection::resourceId).distinct().toList();
    List<UUID> itemIds = page.items().stream().map(Objection::itemId).distinct().toList();
    return objections
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
                                .chain(
                                    meant ->
                                        clocks
                                            .openOf(ids)
                                            .map(
                                                open ->
                                                    page.map(
                                                        viewer(caller, names, found, meant, open)
                                                            ::of)))));
  }

  private static Viewer viewer(
      Caller caller,
      Map<String, DepartmentView> names,
      List<InformationResource> resources,
      List<DataItem> items,
      Map<UUID, List<ClockView>> clocks) {
    return new Viewer(
        caller,
        names,
        resources.stream().collect(Collectors.toMap(InformationResource::id, r -> r)),
        items.stream().collect(Collectors.toMap(DataItem::id, i -> i)),
        clocks);
  }

  private record Viewer(
      Caller caller,
      Map<String, DepartmentView> names,
      Map<UUID, InformationResource> resources,
      Map<UUID, DataItem> items,
      Map<UUID, List<ClockView>> clocks) {

    ObjectionView of(Objection objection) {
      InformationResource resource = resources.get(objection.resourceId());
      DataItem item = items.get(objection.itemId());
      return new ObjectionView(
          objection.id(),
          objection.state(),
          new ObjectionView.Resource(
              resource.id(), resource.identifier(), resource.name(), resource.version()),
          new ObjectionView.Item(item.id(), item.name(), item.fieldName()),
          names.get(objection.providerDepartment()),
          names.get(objection.reporterDepartment()),
          objection.reportedBy(),
          objection.concerns(caller) ? objection.row() : null,
          objection.answer(),
          objection.late(),
          objection.reopenings(),
          objection.arbitration(),
          clocks.getOrDefault(objection.id(), List.of()),
          objection.createdAt(),
          objection.revision());
    }
  }
}
