package org.govshare.catalog.demand.opening;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WaitingStep;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.version.ExpectedVersion;

/** Departments plan, the authority reviews. */
@Singleton
class OpeningService {

  private static final String HISTORY_KIND = "opening-plan";

  private final OpeningRepository plans;
  private final OpeningReading reading;
  private final ResourceRepository resources;
  private final Changes changes;
  private final Clocks clocks;
  private final Notices notices;
  private final Clock clock;

  OpeningService(
      OpeningRepository plans,
      OpeningReading reading,
      ResourceRepository resources,
      Changes changes,
      Clocks clocks,
      Notices notices,
      Clock clock) {
    this.plans = plans;
    this.reading = reading;
    this.resources = resources;
    this.changes = changes;
    this.clocks = clocks;
    this.notices = notices;
    this.clock = clock;
  }

  @WithTransaction
  Uni<OpeningView> plan(Caller caller, UUID resourceId, ExpectedVersion expected, PlanInput input) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    input.check(WorkingDays.dayOf(clock.instant()));
    return published(resourceId)
        .invoke(resource -> caller.requireDepartment(resource.departmentCode()))
        .invoke(
            resource -> {
              if (resource.openType() == OpenType.OPEN) {
                throw new Conflict("already-open");
              }
            })
        .chain(
            resource ->
                reading
                    .view(resource)
                    .invoke(before -> expected.check(before.revision()))
                    .chain(before -> plan(caller, resource, before, input)));
  }

  private Uni<OpeningView> plan(
      Caller caller, InformationResource resource, OpeningView before, PlanInput input) {
    return plans
        .findById(resource.seriesId())
        .chain(
            known -> {
              OpeningPlan plan = known == null ? new OpeningPlan(resource.seriesId()) : known;
              plan.write(input, caller.name(), clock.instant());
              return plans.persistAndFlush(plan);
            })
        .chain(() -> clocks.start(waiting(resource).sentBy(caller)))
        .chain(() -> changed(caller, resource, before));
  }

  private static WaitingStep waiting(InformationResource resource) {
    return WaitingStep.of(
            Step.OPENING_REVIEW,
            resource.seriesId(),
            resource.name(),
            "/opening-plan?q=" + resource.name(),
            CATALOG_PUBLISHER)
        .within(LimitKind.OPENING_REVIEW);
  }

  @WithTransaction
  Uni<OpeningView> review(
      Caller caller, UUID resourceId, ExpectedVersion expected, ReviewInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return published(resourceId)
        .chain(
            resource ->
                reading
                    .view(resource)
                    .invoke(before -> reviewable(caller, before, expected))
                    .chain(before -> review(caller, resource, before, input)));
  }

  private static void reviewable(Caller caller, OpeningView before, ExpectedVersion expected) {
    expected.check(before.revision());
    if (before.review() != OpeningReview.PENDING || before.status() == OpeningStatus.ALREADY_OPEN) {
      throw new Conflict("opening-in-wrong-state");
    }
    if (caller.name().equals(before.editedBy())) {
      throw new Forbidden("own-work");
    }
  }

  private Uni<OpeningView> review(
      Caller caller, InformationResource resource, OpeningView before, ReviewInput input) {
    boolean approves = input.decision() == ReviewInput.Decision.APPROVE;
    return plans
        .findById(resource.seriesId())
        .invoke(
            plan ->
                plan.reviewed(
                    approves ? OpeningReview.APPROVED : OpeningReview.RETURNED,
                    caller.name(),
                    input.remark(),
                    clock.instant()))
        .chain(plans::flush)
        .chain(() -> clocks.stop(Step.OPENING_REVIEW, resource.seriesId()))
        .chain(
            () ->
                notices.tell(
                    new Notice(
                        approves ? NoticeKind.OPENING_APPROVED : NoticeKind.OPENING_RETURNED,
                        Recipients.person(before.editedBy()),
                        Map.of(
                            "resource",
                            resource.name(),
                            "remark",
                            input.remark() == null ? "" : input.remark()),
                        "/resources/" + resource.id())))
        .chain(() -> changed(caller, resource, before));
  }

  private Uni<OpeningView> changed(
      Caller caller, InformationResource resource, OpeningView before) {
    return reading
        .view(resource)
        .call(
            after ->
                changes.recordOf(
                    resource.departmentCode(),
                    HISTORY_KIND,
                    resource.seriesId().toString(),
                    before,
                    after,
                    caller));
  }

  /** Locked, so that of two writers who saw the same version the second is told. */
  private Uni<InformationResource> published(UUID id) {
    return resources
        .locked(id)
        .invoke(
            resource -> {
              if (resource.state() != ResourceState.PUBLISHED) {
                throw new ResourceNotFound(id);
              }
            });
  }
}
