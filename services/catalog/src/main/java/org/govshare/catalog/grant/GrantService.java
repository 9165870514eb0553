package org.govshare.catalog.grant;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.EXCHANGE_DESIGNER;
import static org.govshare.platform.identity.Roles.EXCHANGE_OPERATOR;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.outbox.Outbox;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Gives, shows and revokes grants, and tells the exchange. */
@Singleton
public class GrantService {

  private static final String EXCHANGE = "exchange";

  private final GrantRepository grants;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final Outbox outbox;
  private final Clock clock;

  GrantService(
      GrantRepository grants,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      Outbox outbox,
      Clock clock) {
    this.grants = grants;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Gives a grant in the caller's transaction and tells the exchange in the same.
   *
   * @return the grant's identity
   */
  public Uni<UUID> give(NewGrant given) {
    Grant grant = new Grant(given, clock.instant());
    return grants
        .persist(grant)
        .chain(
            () ->
                outbox.append(
                    EXCHANGE, "GrantGiven", GrantGiven.of(grant, given.resource(), given.items())))
        .replaceWith(grant.id());
  }

  /** Revokes every grant on any version of a resource in the caller's transaction. */
  public Uni<Void> revokeAllOn(UUID seriesId, String by, String reason) {
    return grants
        .notRevokedOn(seriesId)
        .chain(
            all ->
                Multi.createFrom()
                    .iterable(all)
                    .onItem()
                    .transformToUniAndConcatenate(grant -> revoke(grant, by, reason))
                    .collect()
                    .asList())
        .replaceWithVoid();
  }

  private Uni<Grant> revoke(Grant grant, String by, String reason) {
    Instant now = clock.instant();
    grant.revoke(by, reason, now);
    return outbox
        .append(EXCHANGE, "GrantRevoked", new GrantRevoked(grant.id(), reason, now))
        .replaceWith(grant);
  }

  @WithTransaction
  Uni<GrantView> revoke(Caller caller, UUID id, ExpectedVersion expected, Revocation revocation) {
    caller.requireRole(DEPARTMENT_REVIEWER, SHARING_REVIEWER);
    revocation.check();
    return grants
        .locked(id)
        .invoke(
            grant -> {
              seen(caller, grant);
              if (!caller.hasRole(SHARING_REVIEWER)) {
                caller.requireDepartment(grant.providerDepartment());
              }
              expected.check(grant.revision());
              if (grant.revokedAt() != null) {
                throw new Conflict("grant-already-revoked");
              }
            })
        .chain(grant -> revoke(grant, caller.name(), revocation.reason()))
        .chain(this::view);
  }

  @WithSession
  Uni<Page<GrantView>> list(Caller caller, PageRequest page) {
    return grants.page(confinedTo(caller), page).chain(this::views);
  }

  @WithSession
  Uni<GrantView> read(Caller caller, UUID id) {
    confinedTo(caller);
    return grants.existing(id).invoke(grant -> seen(caller, grant)).chain(this::view);
  }

  /** The department whose grants alone the caller sees; empty for those who see all. */
  private static Optional<String> confinedTo(Caller caller) {
    if (caller.hasRole(SHARING_REVIEWER, EXCHANGE_DESIGNER, EXCHANGE_OPERATOR)) {
      return Optional.empty();
    }
    caller.requireRole(REQUESTER, DEPARTMENT_REVIEWER);
    return Optional.of(caller.requireAnyDepartment());
  }

  private static void seen(Caller caller, Grant grant) {
    boolean visible =
        confinedTo(caller)
            .map(
                own ->
                    own.equals(grant.providerDepartment())
                        || own.equals(grant.requesterDepartment()))
            .orElse(true);
    if (!visible) {
      throw new NotFound("grant-not-found", grant.id());
    }
  }

  private Uni<GrantView> view(Grant grant) {
    return views(new Page<>(List.of(grant), 1, 0, 1)).map(page -> page.items().get(0));
  }

  private Uni<Page<GrantView>> views(Page<Grant> page) {
    if (page.items().isEmpty()) {
      return Uni.createFrom().item(page.map(grant -> null));
    }
    List<UUID> resourceIds = page.items().stream().map(Grant::resourceId).distinct().toList();
    List<UUID> itemIds = page.items().stream().flatMap(g -> g.itemIds().stream()).toList();
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
          grant.revision());
    }

    private static GrantView.Item item(DataItem item) {
      return new GrantView.Item(
          item.id(), item.name(), item.fieldName(), item.dataType(), item.length());
    }
  }
}
