package org.govshare.catalog.demand;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.reactive.paging.Page;

/** Shows demands with the names of what they refer to. */
@Singleton
class DemandViews {

  private final DemandRepository demands;
  private final ResourceRepository resources;
  private final DepartmentRepository departments;
  private final Clocks clocks;

  DemandViews(
      DemandRepository demands,
      ResourceRepository resources,
      DepartmentRepository departments,
      Clocks clocks) {
    this.demands = demands;
    this.resources = resources;
    this.departments = departments;
    this.clocks = clocks;
  }

  Uni<DemandView> of(Demand demand) {
    return of(new Page<>(List.of(demand), 1, 0, 1)).map(page -> page.items().get(0));
  }

  Uni<Page<DemandView>> of(Page<Demand> page) {
    List<UUID> ids = page.items().stream().map(Demand::id).toList();
    return demands
        .flush()
        .chain(departments::byCode)
        .chain(
            names ->
                published(page.items())
                    .chain(
                        resourceOf ->
                            clocks
                                .openOf(ids)
                                .map(
                                    open ->
                                        page.map(
                                            demand -> view(demand, names, resourceOf, open)))));
  }

  private Uni<Map<UUID, InformationResource>> published(List<Demand> found) {
    List<UUID> series =
        found.stream().map(Demand::seriesId).filter(Objects::nonNull).distinct().toList();
    if (series.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return resources
        .list("seriesId in ?1 and state = ?2", series, ResourceState.PUBLISHED)
        .map(all -> all.stream().collect(Collectors.toMap(InformationResource::seriesId, r -> r)));
  }

  private static DemandView view(
      Demand demand,
      Map<String, DepartmentView> names,
      Map<UUID, InformationResource> resources,
      Map<UUID, List<ClockView>> clocks) {
    InformationResource resource =
        demand.seriesId() == null ? null : resources.get(demand.seriesId());
    return new DemandView(
        demand.id(),
        demand.state(),
        names.get(demand.department()),
        demand.askedBy(),
        demand.name(),
        demand.items(),
        demand.purpose(),
        demand.legalBasis(),
        demand.legalBasisId(),
        demand.scenario(),
        demand.frequency(),
        named(names, demand.preferredDepartment()),
        named(names, demand.providerDepartment()),
        demand.assignment(),
        demand.answer(),
        resource == null
            ? null
            : new DemandView.Resource(
                resource.id(), resource.identifier(), resource.name(), resource.version()),
        clocks.getOrDefault(demand.id(), List.of()),
        demand.createdAt(),
        demand.revision());
  }

  private static DepartmentView named(Map<String, DepartmentView> names, String code) {
    return code == null ? null : names.get(code);
  }
}
