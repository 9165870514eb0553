package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.grant.GrantService;
import org.govshare.catalog.grant.NewGrant;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Requests from their submission to the provider's decision. */
@Singleton
class RequestService {

  /** Where the days that people write begin and end. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final RequestRepository requests;
  private final RequestViews views;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final GrantService grants;
  private final Clock clock;

  RequestService(
      RequestRepository requests,
      RequestViews views,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      GrantService grants,
      Clock clock) {
    this.requests = requests;
    this.views = views;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.grants = grants;
    this.clock = clock;
  }

  @WithTransaction
  Uni<RequestView> submit(Caller caller, RequestInput input) {
    caller.requireRole(REQUESTER);
    String department = caller.requireAnyDepartment();
    input.check(LocalDate.now(clock.withZone(ZONE)));
    return departments
        .ofCaller(department)
        .chain(() -> resources.findById(input.resourceId()))
        .invoke(resource -> requestable(caller, department, input, resource))
        .chain(
            resource ->
                items
                    .of(resource.id())
                    .invoke(all -> requestable(input, all))
                    .replaceWith(
                        () ->
                            new AccessRequest(
                                input, resource, department, caller.name(), clock.instant())))
        .chain(request -> requests.persist(request).chain(() -> views.of(request)));
  }

  private static void requestable(
      Caller caller, String department, RequestInput input, InformationResource resource) {
    if (resource == null || !Visibility.sees(caller, resource)) {
      throw new InvalidInput("resourceId", "unknown-resource", input.resourceId());
    }
    if (resource.departmentCode().equals(department)) {
      throw new Conflict("own-resource");
    }
    if (resource.state() != ResourceState.PUBLISHED) {
      throw new Conflict("resource-not-published", resource.state());
    }
  }

  private static void requestable(RequestInput input, List<DataItem> all) {
    Map<UUID, DataItem> known =
        all.stream().collect(Collectors.toMap(DataItem::id, Function.identity()));
    InputChecks checks = new InputChecks();
    for (int i = 0; i < input.itemIds().size(); i++) {
      DataItem item = known.get(input.itemIds().get(i));
      String field = "itemIds[" + i + "]";
      checks
          .that(item != null, field, "unknown-item", String.valueOf(input.itemIds().get(i)))
          .that(
              item == null || item.sharingType() != SharingType.NOT_SHARED,
              field,
              "item-not-shared",
              item == null ? "" : item.name());
    }
    checks.done();
  }

  @WithSession
  Uni<Page<RequestView>> list(
      Caller caller, RequestRole role, RequestState state, PageRequest page) {
    RequestScope scope =
        role == null
            ? RequestScope.visible(caller)
            : role == RequestRole.mine ? RequestScope.mine(caller) : RequestScope.todo(caller);
    return requests.page(scope.inState(state), page).chain(views::of);
  }

  @WithSession
  Uni<RequestView> read(Caller caller, UUID id) {
    return requests.seen(caller, id).chain(views::of);
  }

  @WithTransaction
  Uni<RequestView> checkCompliance(
      Caller caller, UUID id, ExpectedVersion expected, ComplianceCheck finding) {
    caller.requireRole(SHARING_REVIEWER);
    finding.check();
    return requests
        .lockedSeen(caller, id)
        .invoke(request -> ready(request, expected, RequestState.SUBMITTED))
        .invoke(
            request -> {
              if (caller.name().equals(request.requestedBy())) {
                throw new Forbidden("own-work");
              }
            })
        .invoke(
            request ->
                request.checked(
                    finding.decision() == ComplianceDecision.PASS
                        ? RequestState.COMPLIANCE_PASSED
                        : RequestState.REFUSED,
                    caller.name(),
                    finding.remark(),
                    clock.instant()))
        .chain(views::of);
  }

  @WithTransaction
  Uni<RequestView> decide(Caller caller, UUID id, ExpectedVersion expected, Decision decision) {
    caller.requireRole(DEPARTMENT_REVIEWER);
    return requests
        .lockedSeen(caller, id)
        .invoke(request -> caller.requireDepartment(request.providerDepartment()))
        .invoke(request -> ready(request, expected, RequestState.COMPLIANCE_PASSED))
        .chain(
            request -> {
              Instant now = clock.instant();
              Instant latest = request.validUntil().plusDays(1).atStartOfDay(ZONE).toInstant();
              decision.check(now, request, latest);
              if (decision.decision() == ProviderDecision.REFUSE) {
                request.decided(RequestState.REFUSED, caller.name(), decision.remark(), now);
                return views.of(request);
              }
              if (!now.isBefore(latest)) {
                throw new Conflict("request-expired", request.validUntil());
              }
              request.decided(RequestState.GRANTED, caller.name(), decision.remark(), now);
              return give(caller, request, decision, latest).chain(() -> views.of(request));
            });
  }

  private Uni<Void> give(Caller caller, AccessRequest request, Decision decision, Instant latest) {
    List<UUID> granted = decision.grantedOf(request);
    return resources
        .locked(request.resourceId())
        .invoke(
            resource -> {
              // A later version may have taken its place; what was asked for still exists then.
              if (resource.state() == ResourceState.WITHDRAWN) {
                throw new Conflict("resource-not-published", resource.state());
              }
            })
        .chain(
            resource ->
                items
                    .of(resource.id())
                    .map(all -> all.stream().filter(item -> granted.contains(item.id())).toList())
                    .chain(
                        chosen ->
                            grants.give(
                                new NewGrant(
                                    request.id(),
                                    resource,
                                    request.requesterDepartment(),
                                    chosen,
                                    decision.expiresAt() == null ? latest : decision.expiresAt(),
                                    caller.name()))))
        .invoke(request::grantedAs)
        .replaceWithVoid();
  }

  private static void ready(AccessRequest request, ExpectedVersion expected, RequestState from) {
    expected.check(request.revision());
    if (request.state() != from) {
      throw new Conflict("request-in-wrong-state", request.state(), from);
    }
  }
}
