package org.govshare.catalog.objection;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads objections. */
@Singleton
class ObjectionReading {

  private static final ObjectionStatistics.Counts NONE =
      new ObjectionStatistics.Counts(0, 0, 0, 0, 0);

  private final ObjectionRepository objections;
  private final ObjectionViews views;
  private final DepartmentRepository departments;

  ObjectionReading(
      ObjectionRepository objections, ObjectionViews views, DepartmentRepository departments) {
    this.objections = objections;
    this.views = views;
    this.departments = departments;
  }

  @WithSession
  Uni<Page<ObjectionView>> list(
      Caller caller, ObjectionRole role, ObjectionState state, UUID resourceId, PageRequest page) {
    return objections
        .page(ObjectionScope.of(caller, role).inState(state).on(resourceId), page)
        .chain(found -> views.of(caller, found));
  }

  @WithSession
  Uni<ObjectionView> read(Caller caller, UUID id) {
    return objections.seen(caller, id).chain(found -> views.of(caller, found));
  }

  @WithSession
  Uni<Page<StepView>> history(Caller caller, UUID id, PageRequest page) {
    return objections.seen(caller, id).chain(found -> objections.steps(id, page));
  }

  /** The authority sees every department's, a department its own. */
  @WithSession
  Uni<ObjectionStatistics> statistics(Caller caller) {
    String confined = null;
    if (!caller.hasRole(SHARING_REVIEWER)) {
      caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
      confined = caller.requireAnyDepartment();
    }
    return objections
        .counts(confined)
        .chain(rows -> departments.byCode().map(names -> statistics(rows, names)));
  }

  private static ObjectionStatistics statistics(
      List<Object[]> rows, Map<String, DepartmentView> names) {
    Map<String, ObjectionStatistics.Counts> counts =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> (String) row[0],
                    row ->
                        counts(
                            (ObjectionState) row[1],
                            (Boolean) row[2],
                            (Long) row[3],
                            (Long) row[4]),
                    ObjectionStatistics.Counts::plus));
    return new ObjectionStatistics(
        counts.values().stream().reduce(NONE, ObjectionStatistics.Counts::plus),
        counts.entrySet().stream()
            .map(
                entry ->
                    new ObjectionStatistics.OfDepartment(
                        names.get(entry.getKey()), entry.getValue()))
            .sorted(
                Comparator.comparing(
                        (ObjectionStatistics.OfDepartment one) -> one.counts().received())
                    .reversed()
                    .thenComparing(one -> one.department().code()))
            .toList());
  }

  private static ObjectionStatistics.Counts counts(
      ObjectionState state, boolean late, long number, long corrected) {
    long open =
        switch (state) {
          case SUBMITTED, NEEDS_INFORMATION, IN_ARBITRATION -> number;
          case ACCEPTED, REJECTED, CONFIRMED, UPHELD, DISMISSED -> 0;
        };
    long accepted =
        switch (state) {
          case ACCEPTED, UPHELD -> number;
          // The reporter was content; with which answer, the correction tells.
          case CONFIRMED -> corrected;
          case SUBMITTED, NEEDS_INFORMATION, REJECTED, IN_ARBITRATION, DISMISSED -> 0;
        };
    return new ObjectionStatistics.Counts(
        number, open, accepted, number - open - accepted, late ? number : 0);
  }
}
