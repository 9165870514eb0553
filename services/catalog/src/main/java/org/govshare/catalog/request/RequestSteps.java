package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WaitingStep;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.SharingType;

/**
 * Takes requests from one state to the next: writes the trail, starts, pauses and stops the clocks,
 * and tells those whom it concerns; all in the caller's transaction. Who may take which step from
 * which state is decided before.
 */
@Singleton
class RequestSteps {

  private final RequestTransitionRepository trail;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final Clocks clocks;
  private final RequestNotices notices;
  private final Clock clock;

  RequestSteps(
      RequestTransitionRepository trail,
      ResourceRepository resources,
      ItemRepository items,
      Clocks clocks,
      RequestNotices notices,
      Clock clock) {
    this.trail = trail;
    this.resources = resources;
    this.items = items;
    this.clocks = clocks;
    this.notices = notices;
    this.clock = clock;
  }

  /** Takes one step. */
  Uni<Void> take(
      AccessRequest request, RequestAction action, RequestState to, Actor actor, String remark) {
    RequestState from = request.state();
    request.moveTo(to);
    return trail
        .persist(
            new RequestTransition(
                request,
                action,
                action == RequestAction.SUBMIT || action == RequestAction.RENEW ? null : from,
                actor,
                remark,
                clock.instant()))
        .chain(() -> resources.findById(request.resourceId()))
        .chain(
            resource ->
                setClocks(request, from, actor, resource)
                    .chain(() -> notices.told(request, action, remark, resource.name())));
  }

  private Uni<Void> setClocks(
      AccessRequest request, RequestState from, Actor actor, InformationResource resource) {
    UUID id = request.id();
    String title = resource.name();
    String link = "/requests/" + id;
    return switch (request.state()) {
      case SUBMITTED ->
          clocks
              .stop(Step.REQUEST_RETURNED, id)
              .chain(
                  () ->
                      clocks.start(
                          sent(
                              actor,
                              WaitingStep.of(
                                      Step.REQUEST_COMPLIANCE_CHECK,
                                      id,
                                      title,
                                      link,
                                      SHARING_REVIEWER)
                                  .within(LimitKind.COMPLIANCE_CHECK))));
      case COMPLIANCE_PASSED ->
          clocks
              .stop(Step.REQUEST_COMPLIANCE_CHECK, id)
              .chain(() -> clocks.stop(Step.REQUEST_RETURNED, id))
              .chain(() -> clocks.stop(Step.REQUEST_ARBITRATION, id))
              .chain(() -> answerLimit(request.itemIds()))
              .chain(
                  limit ->
                      clocks.start(
                          sent(
                              actor,
                              WaitingStep.of(
                                      Step.REQUEST_DECISION, id, title, link, DEPARTMENT_REVIEWER)
                                  .in(request.providerDepartment())
                                  .within(limit))));
      case RETURNED ->
          clocks
              .pause(
                  from == RequestState.SUBMITTED
                      ? Step.REQUEST_COMPLIANCE_CHECK
                      : Step.REQUEST_DECISION,
                  id)
              .chain(
                  () ->
                      clocks.start(
                          sent(
                              actor,
                              WaitingStep.of(Step.REQUEST_RETURNED, id, title, link, REQUESTER)
                                  .in(request.requesterDepartment())
                                  .meantFor(request.requestedBy())
                                  .within(LimitKind.REQUEST_MENDING))));
      case OBJECTED ->
          clocks.start(
              sent(
                  actor,
                  WaitingStep.of(Step.REQUEST_ARBITRATION, id, title, link, SHARING_REVIEWER)
                      .within(LimitKind.REFUSAL_OBJECTION)));
      default -> clocks.stopAll(id);
    };
  }

  private static WaitingStep sent(Actor actor, WaitingStep step) {
    return new WaitingStep(
        step.step(),
        step.objectId(),
        step.title(),
        step.link(),
        step.role(),
        step.department(),
        step.person(),
        actor.name(),
        actor.department(),
        step.limit(),
        step.lastDay());
  }

  /** How long the provider may take: longer if any of the items is shared on condition. */
  Uni<LimitKind> answerLimit(List<UUID> itemIds) {
    return items
        .list("id in ?1", itemIds)
        .map(
            (List<DataItem> asked) ->
                asked.stream().anyMatch(item -> item.sharingType() == SharingType.CONDITIONAL)
                    ? LimitKind.PROVIDER_ANSWER_CONDITIONAL
                    : LimitKind.PROVIDER_ANSWER);
  }
}
