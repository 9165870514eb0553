package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.grant.GrantService;
import org.govshare.catalog.grant.NewGrant;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.version.ExpectedVersion;

/** The authority's check of a request and the provider's decision on it. */
@Singleton
class RequestDecisions {

  private final RequestRepository requests;
  private final RequestRules rules;
  private final RequestSteps steps;
  private final RequestViews views;
  private final ItemRepository items;
  private final GrantService grants;
  private final Clock clock;

  RequestDecisions(
      RequestRepository requests,
      RequestRules rules,
      RequestSteps steps,
      RequestViews views,
      ItemRepository items,
      GrantService grants,
      Clock clock) {
    this.requests = requests;
    this.rules = rules;
    this.steps = steps;
    this.views = views;
    this.items = items;
    this.grants = grants;
    this.clock = clock;
  }

  @WithTransaction
  Uni<RequestView> checkCompliance(
      Caller caller, UUID id, ExpectedVersion expected, ComplianceCheck finding) {
    caller.requireRole(SHARING_REVIEWER);
    finding.check();
    return requests
        .lockedSeen(caller, id)
        .invoke(request -> ready(caller, request, expected, RequestState.SUBMITTED))
        .invoke(
            request -> {
              if (finding.decision() == ComplianceDecision.PASS) {
                rules.requireTime(request);
              }
            })
        .invoke(request -> request.checked(caller.name(), finding.remark(), clock.instant()))
        .chain(
            request ->
                steps
                    .take(
                        request,
                        actionOf(finding.decision()),
                        stateAfter(finding.decision()),
                        Actor.of(caller),
                        finding.remark())
                    .chain(() -> views.of(request)));
  }

  private static RequestAction actionOf(ComplianceDecision decision) {
    return switch (decision) {
      case PASS -> RequestAction.PASS;
      case RETURN -> RequestAction.RETURN;
      case REFUSE -> RequestAction.REFUSE;
    };
  }

  private static RequestState stateAfter(ComplianceDecision decision) {
    return switch (decision) {
      case PASS -> RequestState.COMPLIANCE_PASSED;
      case RETURN -> RequestState.RETURNED;
      case REFUSE -> RequestState.REFUSED;
    };
  }

  @WithTransaction
  Uni<RequestView> decide(Caller caller, UUID id, ExpectedVersion expected, Decision decision) {
    caller.requireRole(DEPARTMENT_REVIEWER);
    return rules
        .lockResourceOf(id)
        .chain(() -> requests.lockedSeen(caller, id))
        .invoke(request -> caller.requireDepartment(request.providerDepartment()))
        .invoke(request -> ready(caller, request, expected, RequestState.COMPLIANCE_PASSED))
        .invoke(request -> decision.check(clock.instant(), request, RequestRules.end(request)))
        .chain(
            request ->
                switch (decision.decision()) {
                  case GRANT, PARTIAL -> grant(caller, request, decision);
                  case RETURN -> giveBack(caller, request, decision);
                  case REFUSE -> refuse(caller, request, decision);
                });
  }

  private Uni<RequestView> giveBack(Caller caller, AccessRequest request, Decision decision) {
    request.decided(caller.name(), decision.remark(), clock.instant());
    return steps
        .take(
            request,
            RequestAction.RETURN,
            RequestState.RETURNED,
            Actor.of(caller),
            decision.remark())
        .chain(() -> views.of(request));
  }

  private Uni<RequestView> refuse(Caller caller, AccessRequest request, Decision decision) {
    if (request.bound()) {
      throw new Conflict("bound-by-arbitration");
    }
    request.decided(caller.name(), decision.remark(), clock.instant());
    request.itemsDecided(List.of(), decision.reasons(request));
    return steps
        .take(
            request,
            RequestAction.REFUSE,
            RequestState.REFUSED,
            Actor.of(caller),
            decision.remark())
        .chain(() -> views.of(request));
  }

  private Uni<RequestView> grant(Caller caller, AccessRequest request, Decision decision) {
    rules.requireTime(request);
    List<UUID> granted = decision.grantedOf(request);
    Map<UUID, String> reasons = decision.reasons(request);
    boolean whole = granted.size() == request.itemIds().size();
    request.decided(caller.name(), decision.remark(), clock.instant());
    request.itemsDecided(granted, reasons);
    return give(caller, request, decision, granted)
        .chain(
            () ->
                steps.take(
                    request,
                    whole ? RequestAction.GRANT : RequestAction.GRANT_IN_PART,
                    whole ? RequestState.GRANTED : RequestState.PARTIALLY_GRANTED,
                    Actor.of(caller),
                    decision.remark()))
        .chain(() -> views.of(request));
  }

  private Uni<Void> give(
      Caller caller, AccessRequest request, Decision decision, List<UUID> granted) {
    Instant until = decision.expiresAt() == null ? RequestRules.end(request) : decision.expiresAt();
    return rules
        .stillRequestable(request.resourceId(), true)
        .chain(
            resource ->
                items
                    .of(resource.id())
                    .invoke(decision::checkRows)
                    .map(all -> all.stream().filter(i -> granted.contains(i.id())).toList())
                    .chain(
                        chosen ->
                            grants.give(
                                new NewGrant(
                                    request.id(),
                                    resource,
                                    request.requesterDepartment(),
                                    chosen,
                                    decision.rowFilter(),
                                    decision.rowConditions(),
                                    decision.conditions(),
                                    until,
                                    caller.name(),
                                    request.grantId() == null
                                        ? request.renewsGrantId()
                                        : request.grantId()))))
        .invoke(id -> request.grantedAs(id, decision.rowFilter(), decision.conditions()))
        .replaceWithVoid();
  }

  /** Right version, right state, and four eyes: nobody decides on what they wrote themselves. */
  private static void ready(
      Caller caller, AccessRequest request, ExpectedVersion expected, RequestState from) {
    expected.check(request.revision());
    if (request.state() != from) {
      throw new Conflict("request-in-wrong-state", request.state(), from);
    }
    if (request.writtenBy(caller.name())) {
      throw new Forbidden("own-work");
    }
  }
}
