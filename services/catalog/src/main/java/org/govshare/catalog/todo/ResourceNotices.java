package org.govshare.catalog.todo;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.lifecycle.ResourceListener;
import org.govshare.catalog.lifecycle.ResourceMoved;
import org.govshare.catalog.lifecycle.ResourceMoved.Moved;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.task.StandIns;

/**
 * Tells reviewers and publishers what waits for them, and editors what was sent back. A bulk action
 * is told in one notice to each.
 */
@Singleton
class ResourceNotices implements ResourceListener {

  /** Most names in one notice. */
  private static final int NAMED = 3;

  private static final String SEPARATOR = "、";

  private final Notices notices;
  private final DepartmentRepository departments;
  private final StandIns standIns;

  ResourceNotices(Notices notices, DepartmentRepository departments, StandIns standIns) {
    this.notices = notices;
    this.departments = departments;
    this.standIns = standIns;
  }

  @Override
  public Uni<Void> moved(ResourceMoved event) {
    return switch (event.to()) {
      case PENDING_REVIEW ->
          told(
              event,
              NoticeKind.RESOURCE_TO_REVIEW,
              Step.RESOURCE_REVIEW,
              Moved::departmentCode,
              department -> certain(Recipients.role(department, DEPARTMENT_REVIEWER)));
      case REGISTERED ->
          told(
              event,
              NoticeKind.RESOURCE_TO_PUBLISH,
              Step.RESOURCE_PUBLICATION,
              Moved::departmentCode,
              department -> certain(Recipients.role(CATALOG_PUBLISHER)));
      case RETURNED ->
          told(
              event,
              NoticeKind.RESOURCE_RETURNED,
              Step.RESOURCE_RETURNED,
              Moved::editedBy,
              standIns::with);
      default -> Uni.createFrom().voidItem();
    };
  }

  private static Uni<Recipients> certain(Recipients to) {
    return Uni.createFrom().item(to);
  }

  private Uni<Void> told(
      ResourceMoved event,
      NoticeKind kind,
      Step step,
      Function<Moved, String> group,
      Function<String, Uni<Recipients>> recipients) {
    Map<String, List<Moved>> groups =
        event.resources().stream()
            .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    return departments
        .byCode()
        .chain(
            names ->
                Multi.createFrom()
                    .iterable(groups.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(
                        one ->
                            recipients
                                .apply(one.getKey())
                                .map(to -> notice(event, kind, step, to, one.getValue(), names))
                                .chain(notices::tell))
                    .collect()
                    .asList()
                    .replaceWithVoid());
  }

  private static Notice notice(
      ResourceMoved event,
      NoticeKind kind,
      Step step,
      Recipients to,
      List<Moved> resources,
      Map<String, DepartmentView> names) {
    return new Notice(
        kind,
        to,
        Map.of(
            "resource",
            named(resources),
            "count",
            String.valueOf(resources.size()),
            "department",
            names.get(resources.get(0).departmentCode()).name(),
            "remark",
            event.remark() == null ? "" : event.remark()),
        resources.size() == 1 ? "/resources/" + resources.get(0).id() : "/todo?kind=" + step);
  }

  private static String named(List<Moved> resources) {
    String some =
        resources.stream().limit(NAMED).map(Moved::name).collect(Collectors.joining(SEPARATOR));
    return resources.size() > NAMED ? some + "…" : some;
  }
}
