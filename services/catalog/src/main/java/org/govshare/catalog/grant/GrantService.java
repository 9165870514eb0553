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
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.outbox.Outbox;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Gives, shows, narrows and revokes grants, and tells the exchange. */
@Singleton
public class GrantService {

  private static final String EXCHANGE = "exchange";

  private final GrantRepository grants;
  private final GrantViews views;
  private final GrantNotices notices;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final Outbox outbox;
  private final Clock clock;

  GrantService(
      GrantRepository grants,
      GrantViews views,
      GrantNotices notices,
      ResourceRepository resources,
      ItemRepository items,
      Outbox outbox,
      Clock clock) {
    this.grants = grants;
    this.views = views;
    this.notices = notices;
    this.resources = resources;
    this.items = items;
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
    return takePlace(given, grant)
        .chain(() -> grants.persist(grant))
        .chain(() -> columns(given.rowConditions()))
        .chain(
            columns -> outbox.append(EXCHANGE, "GrantGiven", GrantGiven.of(grant, given, columns)))
        .replaceWith(grant.id());
  }

  /** The columns that conditions compare. */
  private Uni<Map<UUID, String>> columns(List<RowCondition> conditions) {
    if (conditions.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return items
        .list("id in ?1", conditions.stream().map(RowCondition::itemId).distinct().toList())
        .map(found -> found.stream().collect(Collectors.toMap(DataItem::id, DataItem::fieldName)));
  }

  /**
   * Marks the grant whose place is taken. One on the same request is revoked first, so that no more
   * is ever granted than the request says; one that is prolonged goes on until its own end, so that
   * nothing stops in between.
   */
  private Uni<Void> takePlace(NewGrant given, Grant next) {
    if (given.replaces() == null) {
      return Uni.createFrom().voidItem();
    }
    return grants
        .locked(given.replaces())
        .chain(
            old -> {
              old.replacedBy(next.id());
              return old.requestId().equals(given.requestId()) && old.revokedAt() == null
                  ? end(old, given.grantedBy(), "由新的授权代替 Replaced by a new grant").replaceWithVoid()
                  : Uni.createFrom().voidItem();
            });
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
    return notices
        .told(grant, NoticeKind.GRANT_REVOKED, Map.of("remark", reason))
        .chain(() -> end(grant, by, reason));
  }

  private Uni<Grant> end(Grant grant, String by, String reason) {
    Instant now = clock.instant();
    grant.revoke(by, reason, now);
    return outbox
        .append(EXCHANGE, "GrantRevoked", new GrantRevoked(grant.id(), reason, now))
        .replaceWith(grant);
  }

  @WithTransaction
  Uni<GrantView> revoke(Caller caller, UUID id, ExpectedVersion expected, Revocation revocation) {
    revocation.check();
    return toEnd(caller, id, expected)
        .chain(grant -> revoke(grant, caller.name(), revocation.reason()))
        .chain(views::of);
  }

  /**
   * Takes items out of a grant: it is revoked, and a new one with the others is given in the same
   * transaction. What rests on the old one stops.
   *
   * @return the new one
   */
  @WithTransaction
  Uni<GrantView> narrow(Caller caller, UUID id, ExpectedVersion expected, Narrowing narrowing) {
    return toEnd(caller, id, expected)
        .invoke(narrowing::check)
        .invoke(
            grant -> {
              if (grant.stateAt(clock.instant()) != GrantState.ACTIVE) {
                throw new Conflict("grant-not-in-force", grant.stateAt(clock.instant()));
              }
            })
        .call(
            grant ->
                notices.told(
                    grant,
                    NoticeKind.GRANT_NARROWED,
                    Map.of(
                        "remark",
                        narrowing.reason(),
                        "count",
                        String.valueOf(narrowing.itemIds().size()))))
        .call(grant -> end(grant, caller.name(), narrowing.reason()))
        .chain(grant -> givenRest(caller, grant, narrowing))
        .chain(grants::existing)
        .chain(views::of);
  }

  private Uni<UUID> givenRest(Caller caller, Grant grant, Narrowing narrowing) {
    List<UUID> rest =
        grant.itemIds().stream().filter(item -> !narrowing.itemIds().contains(item)).toList();
    return resources
        .existing(grant.resourceId())
        .chain(
            resource ->
                items
                    .list("id in ?1 order by position", rest)
                    .chain(
                        (List<DataItem> left) ->
                            give(
                                new NewGrant(
                                    grant.requestId(),
                                    resource,
                                    grant.requesterDepartment(),
                                    left,
                                    grant.rowFilter(),
                                    grant.rowConditions(),
                                    grant.conditions(),
                                    grant.expiresAt(),
                                    caller.name(),
                                    grant.id()))));
  }

  private Uni<Grant> toEnd(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(DEPARTMENT_REVIEWER, SHARING_REVIEWER);
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
            });
  }

  @WithSession
  Uni<Page<GrantView>> list(Caller caller, GrantFilter filter, PageRequest page) {
    GrantQuery query =
        new GrantQuery(
            filter.role() == null
                ? confinedTo(caller)
                : confinedTo(caller).or(() -> Optional.of(caller.requireAnyDepartment())),
            filter.role(),
            filter.state(),
            filter.department(),
            filter.resource(),
            filter.item(),
            filter.expiringBefore(),
            clock.instant());
    return grants.page(query, page).chain(views::of);
  }

  @WithSession
  Uni<GrantView> read(Caller caller, UUID id) {
    confinedTo(caller);
    return grants.existing(id).invoke(grant -> seen(caller, grant)).chain(views::of);
  }

  /**
   * A grant that a department holds, in the caller's session.
   *
   * @throws NotFound if it holds none of that identity (404)
   */
  public Uni<GrantTerms> heldBy(String department, UUID id) {
    return grants
        .existing(id)
        .invoke(
            grant -> {
              if (!grant.requesterDepartment().equals(department)) {
                throw new NotFound("grant-not-found", id);
              }
            })
        .chain(grant -> terms(List.of(grant)))
        .map(all -> all.get(0));
  }

  /**
   * The same as it stands once nobody else can change it. To be called when its resource is locked,
   * because all who change a grant take them in that order.
   */
  public Uni<GrantTerms> lockedHeldBy(String department, UUID id) {
    return grants.lockedAnew(id).chain(() -> heldBy(department, id));
  }

  /** The grants in force that a department holds on any version of a resource. */
  public Uni<List<GrantTerms>> inForce(String department, UUID seriesId) {
    return grants.inForce(department, seriesId, clock.instant()).chain(this::terms);
  }

  private Uni<List<GrantTerms>> terms(List<Grant> found) {
    List<UUID> ids = found.stream().flatMap(grant -> grant.itemIds().stream()).toList();
    return items
        .list("id in ?1", ids)
        .map(
            (List<DataItem> granted) -> {
              Map<UUID, String> names =
                  granted.stream().collect(Collectors.toMap(DataItem::id, DataItem::name));
              return found.stream().map(grant -> terms(grant, names)).toList();
            });
  }

  private GrantTerms terms(Grant grant, Map<UUID, String> names) {
    return new GrantTerms(
        grant.id(),
        grant.requestId(),
        grant.resourceId(),
        grant.providerDepartment(),
        grant.requesterDepartment(),
        grant.itemIds(),
        grant.itemIds().stream().map(names::get).toList(),
        grant.stateAt(clock.instant()),
        grant.expiresAt(),
        grant.replacedBy());
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
}
