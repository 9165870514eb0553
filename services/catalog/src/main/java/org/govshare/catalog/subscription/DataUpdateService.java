package org.govshare.catalog.subscription;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.REQUESTER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.grant.GrantHolders;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Takes in that data was updated, and tells subscribers and those who hold grants. */
@Singleton
class DataUpdateService {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(WorkingDays.ZONE);

  /** How the identity provider names the account of a system; people cannot be named so. */
  private static final String SYSTEM = "service-account-";

  private final DataUpdateRepository updates;
  private final ResourceRepository resources;
  private final GrantHolders grants;
  private final NewsDesk desk;
  private final Clock clock;

  DataUpdateService(
      DataUpdateRepository updates,
      ResourceRepository resources,
      GrantHolders grants,
      NewsDesk desk,
      Clock clock) {
    this.updates = updates;
    this.resources = resources;
    this.grants = grants;
    this.desk = desk;
    this.clock = clock;
  }

  @WithTransaction
  Uni<DataUpdateView> report(Caller caller, UUID id, DataUpdateInput input) {
    if (!caller.name().startsWith(SYSTEM)) {
      caller.requireRole(CATALOG_EDITOR);
    }
    Instant now = clock.instant();
    input.check(now);
    return resources
        .locked(id)
        .invoke(resource -> seen(caller, resource))
        .invoke(resource -> caller.requireDepartment(resource.departmentCode()))
        .invoke(
            resource -> {
              if (resource.state() != ResourceState.PUBLISHED) {
                throw new Conflict("resource-not-published", resource.state());
              }
            })
        .chain(resource -> report(resource, new DataUpdate(resource, input, caller.name(), now)));
  }

  private Uni<DataUpdateView> report(InformationResource resource, DataUpdate update) {
    DataUpdateView view = update.view();
    return updates
        .persist(update)
        .chain(
            () ->
                // A report that comes late does not take the place of a later one.
                resource.dataUpdatedAt() != null
                        && resource.dataUpdatedAt().isAfter(update.updatedAt())
                    ? Uni.createFrom().voidItem()
                    : resources.dataUpdated(
                        resource.seriesId(), update.updatedAt(), view.rowCount()))
        .chain(() -> grants.on(resource.seriesId()))
        .chain(holders -> desk.tell(List.of(news(resource, view)), requesters(holders)))
        .replaceWith(view);
  }

  private static News news(InformationResource resource, DataUpdateView update) {
    return new News(
        NoticeKind.DATA_UPDATED,
        resource,
        Map.of(
            "at", MINUTE.format(update.updatedAt()),
            "rows", update.rowCount() == null ? "—" : update.rowCount().toString(),
            "note", update.note() == null ? "" : update.note()));
  }

  private static Recipients requesters(Set<String> departments) {
    Recipients all = Recipients.people(Set.of());
    for (String department : departments) {
      all = all.and(Recipients.role(department, REQUESTER));
    }
    return all;
  }

  @WithSession
  Uni<Page<DataUpdateView>> list(Caller caller, UUID id, PageRequest page) {
    caller.requireAnyDepartment();
    return resources
        .existing(id)
        .invoke(resource -> seen(caller, resource))
        .chain(resource -> updates.page(resource.seriesId(), page))
        .map(found -> found.map(DataUpdate::view));
  }

  private static void seen(Caller caller, InformationResource resource) {
    if (!Visibility.sees(caller, resource)) {
      throw new ResourceNotFound(resource.id());
    }
  }
}
