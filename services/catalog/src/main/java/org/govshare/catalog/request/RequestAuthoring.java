package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.REQUESTER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.ExpectedVersion;

/**
 * The applicant's side of a request: draft, hand in, mend, take back. A department's requesters may
 * go on with each other's.
 */
@Singleton
class RequestAuthoring {

  private final RequestRepository requests;
  private final RequestRules rules;
  private final RequestSteps steps;
  private final RequestViews views;
  private final DepartmentRepository departments;
  private final Clock clock;

  RequestAuthoring(
      RequestRepository requests,
      RequestRules rules,
      RequestSteps steps,
      RequestViews views,
      DepartmentRepository departments,
      Clock clock) {
    this.requests = requests;
    this.rules = rules;
    this.steps = steps;
    this.views = views;
    this.departments = departments;
    this.clock = clock;
  }

  @WithTransaction
  Uni<RequestView> submit(Caller caller, RequestInput input) {
    return begun(caller, input, true)
        .chain(
            request -> {
              request.submitted(clock.instant());
              return steps
                  .take(
                      request, RequestAction.SUBMIT, RequestState.SUBMITTED, Actor.of(caller), null)
                  .chain(() -> views.of(request));
            });
  }

  @WithTransaction
  Uni<RequestView> draft(Caller caller, RequestInput input) {
    return begun(caller, input, false).chain(views::of);
  }

  private Uni<AccessRequest> begun(Caller caller, RequestInput input, boolean whole) {
    caller.requireRole(REQUESTER);
    String department = caller.requireAnyDepartment();
    check(input, whole);
    return departments
        .ofCaller(department)
        .chain(() -> rules.requestable(caller, department, input))
        .call(
            resource ->
                whole
                    ? rules.notAskedAlready(department, resource, input.itemIds(), null)
                    : Uni.createFrom().voidItem())
        .map(
            resource ->
                new AccessRequest(input, resource, department, caller.name(), clock.instant()))
        .call(requests::persist);
  }

  private void check(RequestInput input, boolean whole) {
    if (whole) {
      input.check(rules.today(), rules.lastDay());
    } else {
      input.checkDraft();
    }
  }

  /** Changes a draft, or what was returned. */
  @WithTransaction
  Uni<RequestView> change(Caller caller, UUID id, ExpectedVersion expected, RequestInput input) {
    return own(caller, id, expected, RequestState.DRAFT, RequestState.RETURNED)
        .call(
            request -> {
              check(input, request.state() == RequestState.RETURNED);
              if (!request.resourceId().equals(input.resourceId())) {
                throw new InvalidInput("resourceId", "not-to-be-changed");
              }
              return rules
                  .itemsOf(request.resourceId(), input.itemIds())
                  .call(asked -> rules.methodFits(input.method(), request.resourceId(), asked))
                  .chain(() -> rules.basisInForce(input));
            })
        .chain(request -> write(caller, request, input))
        .chain(views::of);
  }

  private Uni<AccessRequest> write(Caller caller, AccessRequest request, RequestInput input) {
    request.write(input, caller.name(), clock.instant());
    return request.itemIds().equals(input.itemIds())
        ? Uni.createFrom().item(request)
        : requests.replaceItems(request, input.itemIds());
  }

  /**
   * Hands in a draft, or again what was returned. What was changed meanwhile is checked for
   * compliance again; what was only explained goes back to who returned it.
   */
  @WithTransaction
  Uni<RequestView> resubmit(Caller caller, UUID id, ExpectedVersion expected) {
    return rules
        .lockResourceOf(id)
        .chain(() -> own(caller, id, expected, RequestState.DRAFT, RequestState.RETURNED))
        .invoke(request -> asInput(request).check(rules.today(), rules.lastDay()))
        .call(
            request ->
                rules
                    .stillRequestable(
                        request.resourceId(), request.state() == RequestState.RETURNED)
                    .chain(
                        resource ->
                            rules
                                .itemsOf(resource.id(), request.itemIds())
                                .invoke(
                                    asked ->
                                        RequestRules.methodFits(request.method(), resource, asked))
                                .chain(
                                    () ->
                                        rules.notAskedAlready(
                                            request.requesterDepartment(),
                                            resource,
                                            request.itemIds(),
                                            id))))
        .chain(
            request -> {
              boolean draft = request.state() == RequestState.DRAFT;
              RequestState to =
                  draft || request.mended() || request.backTo() == RequestState.SUBMITTED
                      ? RequestState.SUBMITTED
                      : RequestState.COMPLIANCE_PASSED;
              request.submitted(clock.instant());
              return steps
                  .take(
                      request,
                      draft ? RequestAction.SUBMIT : RequestAction.RESUBMIT,
                      to,
                      Actor.of(caller),
                      null)
                  .chain(() -> views.of(request));
            });
  }

  private static RequestInput asInput(AccessRequest request) {
    return new RequestInput(
        request.resourceId(),
        request.itemIds(),
        request.purpose(),
        request.legalBasis(),
        request.legalBasisId(),
        request.scenario(),
        request.frequency(),
        request.method(),
        request.validUntil());
  }

  /** Takes a request back; what was granted on it before an objection stays granted. */
  @WithTransaction
  Uni<RequestView> withdraw(
      Caller caller, UUID id, ExpectedVersion expected, RequestWithdrawal withdrawal) {
    withdrawal.check();
    return own(
            caller,
            id,
            expected,
            RequestState.SUBMITTED,
            RequestState.COMPLIANCE_PASSED,
            RequestState.RETURNED,
            RequestState.OBJECTED)
        .chain(
            request ->
                steps
                    .take(
                        request,
                        RequestAction.WITHDRAW,
                        request.endedAs(RequestState.WITHDRAWN),
                        Actor.of(caller),
                        withdrawal.reason())
                    .chain(() -> views.of(request)));
  }

  /** Throws a draft away. */
  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    return own(caller, id, expected, RequestState.DRAFT).chain(requests::delete);
  }

  private Uni<AccessRequest> own(
      Caller caller, UUID id, ExpectedVersion expected, RequestState... from) {
    caller.requireRole(REQUESTER);
    return requests
        .lockedSeen(caller, id)
        .invoke(
            request -> {
              caller.requireDepartment(request.requesterDepartment());
              expected.check(request.revision());
              if (!Arrays.asList(from).contains(request.state())) {
                throw new Conflict("request-in-wrong-state", request.state(), List.of(from));
              }
            });
  }
}
