package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.version.ExpectedVersion;

/** 异议: the applicant objects to a refusal, whole or in part; the authority decides. */
@Singleton
class RequestObjections {

  private final RequestRepository requests;
  private final ObjectionRepository objections;
  private final RequestRules rules;
  private final RequestSteps steps;
  private final RequestViews views;
  private final Clock clock;

  RequestObjections(
      RequestRepository requests,
      ObjectionRepository objections,
      RequestRules rules,
      RequestSteps steps,
      RequestViews views,
      Clock clock) {
    this.requests = requests;
    this.objections = objections;
    this.rules = rules;
    this.steps = steps;
    this.views = views;
    this.clock = clock;
  }

  /** Objects; once to the compliance check's refusal and once to the provider's. */
  @WithTransaction
  Uni<RequestView> raise(Caller caller, UUID id, ExpectedVersion expected, ObjectionInput input) {
    caller.requireRole(REQUESTER);
    input.check();
    return requests
        .lockedSeen(caller, id)
        .invoke(
            request -> {
              caller.requireDepartment(request.requesterDepartment());
              expected.check(request.revision());
              if (request.state() != RequestState.REFUSED
                  && request.state() != RequestState.PARTIALLY_GRANTED) {
                throw new Conflict("request-not-refused", request.state());
              }
              rules.requireTime(request);
            })
        .call(
            request ->
                objections
                    .at(request)
                    .invoke(
                        earlier -> {
                          if (earlier != null) {
                            throw new Conflict("objection-decided-already");
                          }
                        }))
        .call(
            request ->
                objections.persist(
                    new RequestObjection(
                        request.id(),
                        RequestObjection.stageOf(request),
                        input.reason(),
                        caller.name(),
                        clock.instant())))
        .chain(
            request ->
                steps
                    .take(
                        request,
                        RequestAction.OBJECT,
                        RequestState.OBJECTED,
                        Actor.of(caller),
                        input.reason())
                    .chain(() -> views.of(request)));
  }

  /** Upholds a refusal or overturns it; not by who refused, nor by who asked. */
  @WithTransaction
  Uni<RequestView> arbitrate(
      Caller caller, UUID id, ExpectedVersion expected, Arbitration arbitration) {
    caller.requireRole(SHARING_REVIEWER);
    arbitration.check();
    return requests
        .lockedSeen(caller, id)
        .invoke(
            request -> {
              expected.check(request.revision());
              if (request.state() != RequestState.OBJECTED) {
                throw new Conflict(
                    "request-in-wrong-state", request.state(), RequestState.OBJECTED);
              }
            })
        .chain(
            request ->
                objections
                    .at(request)
                    .chain(objection -> arbitrate(caller, request, objection, arbitration)));
  }

  private Uni<RequestView> arbitrate(
      Caller caller, AccessRequest request, RequestObjection objection, Arbitration arbitration) {
    boolean atCheck = objection.stage() == RequestObjection.Stage.COMPLIANCE_CHECK;
    if (objection.partial(caller.name(), request)) {
      throw new Forbidden("own-work");
    }
    boolean upheld = arbitration.decision() == ObjectionOutcome.UPHELD;
    if (!upheld) {
      rules.requireTime(request);
      if (!atCheck) {
        request.bind();
      }
    }
    objection.decided(arbitration.decision(), caller.name(), arbitration.remark(), clock.instant());
    return steps
        .take(
            request,
            upheld ? RequestAction.UPHOLD : RequestAction.OVERTURN,
            upheld ? request.endedAs(RequestState.REFUSED) : RequestState.COMPLIANCE_PASSED,
            Actor.of(caller),
            arbitration.remark())
        .chain(() -> views.of(request));
  }
}
