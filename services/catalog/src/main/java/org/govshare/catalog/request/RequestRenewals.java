package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.REQUESTER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.grant.GrantService;
import org.govshare.catalog.grant.GrantState;
import org.govshare.catalog.grant.GrantTerms;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;

/**
 * Prolongs grants by a shorter way: purpose, basis and items are those that were checked for
 * compliance already, so the request goes to the provider at once. The new grant is given beside
 * the old one, which ends by itself: nothing stops in between.
 */
@Singleton
class RequestRenewals {

  private final RequestRepository requests;
  private final RequestRules rules;
  private final RequestSteps steps;
  private final RequestViews views;
  private final GrantService grants;
  private final Clock clock;

  RequestRenewals(
      RequestRepository requests,
      RequestRules rules,
      RequestSteps steps,
      RequestViews views,
      GrantService grants,
      Clock clock) {
    this.requests = requests;
    this.rules = rules;
    this.steps = steps;
    this.views = views;
    this.grants = grants;
    this.clock = clock;
  }

  @WithTransaction
  Uni<RequestView> ask(Caller caller, RenewalInput input) {
    caller.requireRole(REQUESTER);
    String department = caller.requireAnyDepartment();
    input.check();
    // Checked once the resource is locked, as a withdrawal and another renewal lock it as well.
    return grants
        .heldBy(department, input.grantId())
        .chain(grant -> rules.lock(grant.resourceId()))
        .chain(() -> grants.lockedHeldBy(department, input.grantId()))
        .invoke(grant -> renewable(grant, input))
        .call(grant -> noneAsked(grant.id()))
        .invoke(grant -> rules.notTooFar(input.validUntil()))
        .chain(
            grant ->
                rules
                    .stillRequestable(grant.resourceId(), true)
                    .chain(
                        resource ->
                            requests
                                .findById(grant.requestId())
                                .map(first -> renewal(caller, grant, first, resource, input))))
        .call(requests::persist)
        .chain(
            request ->
                steps
                    .take(
                        request,
                        RequestAction.RENEW,
                        RequestState.COMPLIANCE_PASSED,
                        Actor.of(caller),
                        input.reason())
                    .chain(() -> views.of(request)));
  }

  private static void renewable(GrantTerms grant, RenewalInput input) {
    if (grant.state() != GrantState.ACTIVE) {
      throw new Conflict("grant-not-in-force", grant.state());
    }
    if (grant.replacedBy() != null) {
      throw new Conflict("grant-replaced", grant.replacedBy());
    }
    Instant end = input.validUntil().plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant();
    if (!end.isAfter(grant.expiresAt())) {
      throw new InvalidInput("validUntil", "not-later", grant.expiresAt());
    }
  }

  private Uni<Void> noneAsked(UUID grantId) {
    return requests
        .undecidedRenewalOf(grantId)
        .invoke(
            asked -> {
              if (asked != null) {
                throw new Conflict("renewal-asked-already", asked.id());
              }
            })
        .replaceWithVoid();
  }

  private AccessRequest renewal(
      Caller caller,
      GrantTerms grant,
      AccessRequest first,
      InformationResource resource,
      RenewalInput input) {
    AccessRequest request =
        new AccessRequest(
            new RequestInput(
                grant.resourceId(),
                grant.itemIds(),
                first.purpose(),
                first.legalBasis(),
                first.legalBasisId(),
                first.scenario(),
                first.frequency(),
                first.method(),
                input.validUntil()),
            resource,
            first.requesterDepartment(),
            caller.name(),
            clock.instant());
    request.renews(grant.id());
    request.submitted(clock.instant());
    return request;
  }
}
