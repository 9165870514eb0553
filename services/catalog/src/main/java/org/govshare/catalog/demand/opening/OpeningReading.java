package org.govshare.catalog.demand.opening;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows the opening plan: to the authority all of it, to a department its own. */
@Singleton
class OpeningReading {

  private final OpeningRepository plans;
  private final ResourceRepository resources;
  private final DepartmentRepository departments;
  private final Clock clock;

  OpeningReading(
      OpeningRepository plans,
      ResourceRepository resources,
      DepartmentRepository departments,
      Clock clock) {
    this.plans = plans;
    this.resources = resources;
    this.departments = departments;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<OpeningView>> list(OpeningFilter filter, PageRequest page) {
    return plans
        .count(filter)
        .chain(
            total ->
                plans
                    .page(filter, page)
                    .chain(this::views)
                    .map(found -> Page.of(found, total, page)));
  }

  @WithSession
  Uni<OpeningView> read(Caller caller, UUID resourceId) {
    return resources
        .existing(resourceId)
        .invoke(
            resource -> {
              if (resource.state() != ResourceState.PUBLISHED) {
                throw new ResourceNotFound(resourceId);
              }
              OpeningFilter.of(caller, resource.departmentCode(), null, null, null);
            })
        .chain(this::view);
  }

  @WithSession
  Uni<OpeningCounts> counts(OpeningFilter filter) {
    return plans
        .counts(filter.department())
        .chain(rows -> departments.byCode().map(names -> counts(rows, names)));
  }

  private static OpeningCounts counts(List<Object[]> rows, Map<String, DepartmentView> names) {
    Map<String, OpeningCounts.Numbers> numbers =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> (String) row[0],
                    row ->
                        OpeningCounts.Numbers.of(
                            OpeningStatus.valueOf((String) row[1]),
                            (Boolean) row[2],
                            (Long) row[3]),
                    OpeningCounts.Numbers::plus,
                    TreeMap::new));
    return new OpeningCounts(
        numbers.values().stream()
            .reduce(new OpeningCounts.Numbers(0, 0, 0, 0, 0), OpeningCounts.Numbers::plus),
        numbers.entrySet().stream()
            .map(
                entry ->
                    new OpeningCounts.OfDepartment(names.get(entry.getKey()), entry.getValue()))
            .toList());
  }

  /** How one published resource is shown, in the caller's session. */
  Uni<OpeningView> view(InformationResource resource) {
    return plans
        .statusOf(resource.id())
        .chain(status -> views(Map.of(resource.id(), status)))
        .map(found -> found.get(0));
  }

  private Uni<List<OpeningView>> views(Map<UUID, OpeningStatus> statuses) {
    if (statuses.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return resources
        .list("id in ?1", statuses.keySet())
        .chain(
            found ->
                plans
                    .list(
                        "seriesId in ?1",
                        found.stream().map(InformationResource::seriesId).toList())
                    .chain(
                        planned ->
                            departments
                                .byCode()
                                .map(names -> views(statuses, found, planned, names))));
  }

  private List<OpeningView> views(
      Map<UUID, OpeningStatus> statuses,
      List<InformationResource> found,
      List<OpeningPlan> planned,
      Map<String, DepartmentView> names) {
    LocalDate today = WorkingDays.dayOf(clock.instant());
    Map<UUID, InformationResource> byId =
        found.stream().collect(Collectors.toMap(InformationResource::id, Function.identity()));
    Map<UUID, OpeningPlan> bySeries =
        planned.stream().collect(Collectors.toMap(OpeningPlan::seriesId, Function.identity()));
    return statuses.entrySet().stream()
        .map(
            entry -> {
              InformationResource resource = byId.get(entry.getKey());
              return view(
                  resource,
                  bySeries.get(resource.seriesId()),
                  entry.getValue(),
                  names.get(resource.departmentCode()),
                  today);
            })
        .toList();
  }

  private static OpeningView view(
      InformationResource resource,
      OpeningPlan plan,
      OpeningStatus status,
      DepartmentView department,
      LocalDate today) {
    OpeningView.Resource shown =
        new OpeningView.Resource(
            resource.id(),
            resource.identifier(),
            resource.name(),
            resource.version(),
            resource.sharingType(),
            resource.openType());
    if (plan == null) {
      boolean proposed = status != OpeningStatus.ALREADY_OPEN;
      return new OpeningView(
          shown,
          department,
          status,
          proposed,
          null,
          false,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          0);
    }
    return new OpeningView(
        shown,
        department,
        status,
        false,
        plan.plannedBy(),
        status == OpeningStatus.PLANNED && plan.plannedBy().isBefore(today),
        plan.reason(),
        plan.review(),
        plan.editedBy(),
        plan.editedAt(),
        plan.reviewedBy(),
        plan.reviewedAt(),
        plan.remark(),
        plan.revision());
  }
}
