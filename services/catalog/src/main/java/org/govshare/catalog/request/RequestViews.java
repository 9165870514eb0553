package org.govshare.catalog.request;

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
import org.govshare.platform.reactive.paging.Page;

/** Shows requests with the names of what they refer to. */
@Singleton
class RequestViews {

  private final RequestRepository requests;
  private final ObjectionRepository objections;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final Clocks clocks;
  private final RequestAdvices advices;

  RequestViews(
      RequestRepository requests,
      ObjectionRepository objections,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      Clocks clocks,
      RequestAdvices advices) {
    this.requests = requests;
    this.objections = objections;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.clocks = clocks;
    this.advices = advices;
  }

  /** One request, with advice. */
  Uni<RequestView> of(AccessRequest request) {
    return viewer(List.of(request))
        .chain(
            viewer ->
                advices
                    .on(viewer.resources().get(request.resourceId()), viewer.asked(request))
                    .map(said -> viewer.of(request, said)));
  }

  /** Requests of a list, without advice. */
  Uni<Page<RequestView>> of(Page<AccessRequest> page) {
    if (page.items().isEmpty()) {
      return Uni.createFrom().item(new Page<>(List.of(), page.total(), page.page(), page.size()));
    }
    return viewer(page.items()).map(viewer -> page.map(request -> viewer.of(request, null)));
  }

  private Uni<Viewer> viewer(List<AccessRequest> shown) {
    List<UUID> ids = shown.stream().map(AccessRequest::id).toList();
    List<UUID> resourceIds = shown.stream().map(AccessRequest::resourceId).distinct().toList();
    List<UUID> itemIds =
        shown.stream().flatMap(request -> request.itemIds().stream()).distinct().toList();
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
                                .chain(
                                    asked ->
                                        objections
                                            .of(ids)
                                            .chain(
                                                raised ->
                                                    clocks
                                                        .openOf(ids)
                                                        .map(
                                                            open ->
                                                                viewer(
                                                                    names, found, asked, raised,
                                                                    open))))));
  }

  private static Viewer viewer(
      Map<String, DepartmentView> names,
      List<InformationResource> resources,
      List<DataItem> items,
      Map<UUID, List<RequestObjection>> objections,
      Map<UUID, List<ClockView>> clocks) {
    return new Viewer(
        names,
        resources.stream().collect(Collectors.toMap(InformationResource::id, r -> r)),
        items.stream().collect(Collectors.toMap(DataItem::id, i -> i)),
        objections,
        clocks);
  }

  private record Viewer(
      Map<String, DepartmentView> names,
      Map<UUID, InformationResource> resources,
      Map<UUID, DataItem> items,
      Map<UUID, List<RequestObjection>> objections,
      Map<UUID, List<ClockView>> clocks) {

    List<DataItem> asked(AccessRequest request) {
      return request.itemIds().stream().map(items::get).toList();
    }

    RequestView of(AccessRequest request, List<Advice> advices) {
      InformationResource resource = resources.get(request.resourceId());
      return new RequestView(
          request.id(),
          request.state(),
          new RequestView.Resource(
              resource.id(), resource.identifier(), resource.name(), resource.version()),
          names.get(request.providerDepartment()),
          names.get(request.requesterDepartment()),
          request.requestedBy(),
          request.items().stream().map(this::item).toList(),
          request.purpose(),
          request.legalBasis(),
          request.legalBasisId(),
          request.scenario(),
          request.frequency(),
          request.method(),
          request.validUntil(),
          request.renewsGrantId(),
          request.check(),
          request.decision(),
          request.rowFilter(),
          request.conditions(),
          request.bound(),
          request.grantId(),
          clocks.getOrDefault(request.id(), List.of()),
          objections.getOrDefault(request.id(), List.of()).stream()
              .map(RequestObjection::view)
              .toList(),
          advices,
          request.createdAt(),
          request.submittedAt(),
          request.revision());
    }

    private RequestView.Item item(RequestedItem asked) {
      DataItem item = items.get(asked.itemId());
      return new RequestView.Item(
          item.id(),
          item.name(),
          item.fieldName(),
          item.dataType(),
          item.sharingType(),
          item.sharingCondition(),
          asked.outcome(),
          asked.reason());
    }
  }
}
