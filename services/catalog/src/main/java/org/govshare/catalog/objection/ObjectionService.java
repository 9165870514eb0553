package org.govshare.catalog.objection;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.govshare.catalog.calendar.ClockState;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WaitingStep;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.grant.GrantHolders;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.ExpectedVersion;

/** Objections from the report to the end. Each step checks who, in which state, which version. */
@Singleton
class ObjectionService {

  private final ObjectionRepository objections;
  private final ObjectionViews views;
  private final ObjectionNews news;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final GrantHolders grants;
  private final Clocks clocks;
  private final Clock clock;

  ObjectionService(
      ObjectionRepository objections,
      ObjectionViews views,
      ObjectionNews news,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      GrantHolders grants,
      Clocks clocks,
      Clock clock) {
    this.objections = objections;
    this.views = views;
    this.news = news;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.grants = grants;
    this.clocks = clocks;
    this.clock = clock;
  }

  @WithTransaction
  Uni<ObjectionView> submit(Caller caller, ObjectionInput input) {
    caller.requireRole(REQUESTER);
    String department = caller.requireAnyDepartment();
    input.check();
    return departments
        .ofCaller(department)
        .chain(() -> items.findById(input.itemId()))
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidInput("itemId", "unknown-item", input.itemId()))
        .chain(
            item ->
                resources
                    .existing(item.resourceId())
                    .call(resource -> usable(department, resource, item, input))
                    .map(
                        resource ->
                            new Objection(
                                input, resource, item, department, caller.name(), clock.instant())))
        .call(objections::persistAndFlush)
        .call(objection -> record(caller, objection, ObjectionAction.SUBMIT, null, null))
        .call(objection -> await(caller, objection))
        .call(objection -> news.toProvider(objection, NoticeKind.OBJECTION_RECEIVED, null))
        .call(objection -> news.toHolders(objection, NoticeKind.OBJECTION_RAISED))
        .chain(objection -> views.of(caller, objection));
  }

  /** Who uses an item by grant, or reads it because it is open, may object to its values. */
  private Uni<Void> usable(
      String department, InformationResource resource, DataItem item, ObjectionInput input) {
    if (resource.departmentCode().equals(department)) {
      throw new Conflict("own-resource");
    }
    boolean open = item.openType() == OpenType.OPEN && resource.state() == ResourceState.PUBLISHED;
    return grants
        .on(resource.seriesId(), item.id())
        .invoke(
            holders -> {
              if (!open && !holders.contains(department)) {
                // A caller who may not know the item learns nothing about it.
                throw resource.state() == ResourceState.PUBLISHED
                    ? new Forbidden("grant-required", item.name())
                    : new InvalidInput("itemId", "unknown-item", item.id());
              }
            })
        .chain(() -> objections.isOpen(department, item.id(), input.rowKey().strip()))
        .invoke(
            there -> {
              if (there) {
                throw new Conflict("objection-exists");
              }
            })
        .replaceWithVoid();
  }

  @WithTransaction
  Uni<ObjectionView> answer(Caller caller, UUID id, ExpectedVersion expected, Answer answer) {
    caller.requireRole(DEPARTMENT_REVIEWER);
    Instant now = clock.instant();
    answer.check(now);
    return objections
        .lockedSeen(caller, id)
        .invoke(objection -> caller.requireDepartment(objection.providerDepartment()))
        .invoke(objection -> ready(objection, expected, ObjectionState.SUBMITTED))
        .call(
            objection ->
                overdue(objection).chain(late -> answer(caller, objection, answer, late, now)))
        .chain(objection -> views.of(caller, objection));
  }

  private Uni<Boolean> overdue(Objection objection) {
    return clocks
        .of(objection.id())
        .map(
            all ->
                all.stream()
                    .anyMatch(
                        found ->
                            found.step() == Step.VALUE_OBJECTION
                                && found.stoppedAt() == null
                                && found.state() == ClockState.OVERDUE));
  }

  private Uni<Void> answer(
      Caller caller, Objection objection, Answer answer, boolean late, Instant now) {
    ObjectionState from = objection.state();
    return switch (answer.decision()) {
      case ACCEPT -> {
        objection.answered(ObjectionState.ACCEPTED, answer, caller.name(), late, now);
        yield record(caller, objection, ObjectionAction.ACCEPT, from, answer.note())
            .chain(() -> clocks.stop(Step.VALUE_OBJECTION, objection.id()))
            .chain(() -> news.toReporter(objection, NoticeKind.OBJECTION_ACCEPTED, answer.note()))
            .chain(() -> news.toHolders(objection, NoticeKind.OBJECTION_CORRECTED));
      }
      case REJECT -> {
        objection.answered(ObjectionState.REJECTED, answer, caller.name(), late, now);
        yield record(caller, objection, ObjectionAction.REJECT, from, answer.note())
            .chain(() -> clocks.stop(Step.VALUE_OBJECTION, objection.id()))
            .chain(() -> news.toReporter(objection, NoticeKind.OBJECTION_REJECTED, answer.note()));
      }
      case NEEDS_INFORMATION -> {
        objection.answered(ObjectionState.NEEDS_INFORMATION, answer, caller.name(), late, now);
        yield record(caller, objection, ObjectionAction.ASK, from, answer.note())
            .chain(() -> clocks.pause(Step.VALUE_OBJECTION, objection.id()))
            .chain(
                () ->
                    await(
                        caller,
                        objection,
                        Step.OBJECTION_INFORMATION,
                        waiting ->
                            waiting
                                .in(objection.reporterDepartment())
                                .meantFor(objection.reportedBy())
                                .within(LimitKind.OBJECTION_INFORMATION)))
            .chain(() -> news.toReporter(objection, NoticeKind.OBJECTION_QUESTION, answer.note()));
      }
    };
  }

  @WithTransaction
  Uni<ObjectionView> inform(
      Caller caller, UUID id, ExpectedVersion expected, Information information) {
    information.check();
    return reporters(caller, id)
        .invoke(objection -> ready(objection, expected, ObjectionState.NEEDS_INFORMATION))
        .invoke(objection -> objection.informed(information.evidence()))
        .call(
            objection ->
                record(
                    caller,
                    objection,
                    ObjectionAction.INFORM,
                    ObjectionState.NEEDS_INFORMATION,
                    null))
        .call(objection -> clocks.stop(Step.OBJECTION_INFORMATION, objection.id()))
        .call(objection -> clocks.resume(Step.VALUE_OBJECTION, objection.id()))
        .call(objection -> news.toProvider(objection, NoticeKind.OBJECTION_INFORMED, null))
        .chain(objection -> views.of(caller, objection));
  }

  @WithTransaction
  Uni<ObjectionView> confirm(Caller caller, UUID id, ExpectedVersion expected) {
    return reporters(caller, id)
        .invoke(
            objection ->
                ready(objection, expected, ObjectionState.ACCEPTED, ObjectionState.REJECTED))
        .call(
            objection -> {
              ObjectionState from = objection.state();
              objection.confirmed();
              return record(caller, objection, ObjectionAction.CONFIRM, from, null);
            })
        .chain(objection -> views.of(caller, objection));
  }

  @WithTransaction
  Uni<ObjectionView> reopen(Caller caller, UUID id, ExpectedVersion expected, Reopening reopening) {
    reopening.check();
    return reporters(caller, id)
        .invoke(
            objection ->
                ready(objection, expected, ObjectionState.ACCEPTED, ObjectionState.REJECTED))
        .call(
            objection -> {
              ObjectionState from = objection.state();
              objection.reopened();
              return record(caller, objection, ObjectionAction.REOPEN, from, reopening.reason());
            })
        .call(
            objection ->
                objection.state() == ObjectionState.SUBMITTED
                    ? await(caller, objection)
                        .chain(
                            () ->
                                news.toProvider(
                                    objection, NoticeKind.OBJECTION_REOPENED, reopening.reason()))
                    : await(
                            caller,
                            objection,
                            Step.OBJECTION_ARBITRATION,
                            waiting -> waiting.within(LimitKind.OBJECTION_ARBITRATION))
                        .chain(() -> news.toAuthority(objection, reopening.reason())))
        .chain(objection -> views.of(caller, objection));
  }

  @WithTransaction
  Uni<ObjectionView> arbitrate(
      Caller caller, UUID id, ExpectedVersion expected, Arbitration arbitration) {
    caller.requireRole(SHARING_REVIEWER);
    arbitration.check();
    boolean upholds = arbitration.decision() == Arbitration.Decision.UPHOLD;
    return objections
        .lockedSeen(caller, id)
        .invoke(objection -> ready(objection, expected, ObjectionState.IN_ARBITRATION))
        .invoke(objection -> impartial(caller, objection))
        .invoke(
            objection ->
                objection.arbitrated(
                    upholds ? ObjectionState.UPHELD : ObjectionState.DISMISSED,
                    caller.name(),
                    arbitration.reason(),
                    clock.instant()))
        .call(
            objection ->
                record(
                    caller,
                    objection,
                    upholds ? ObjectionAction.UPHOLD : ObjectionAction.DISMISS,
                    ObjectionState.IN_ARBITRATION,
                    arbitration.reason()))
        .call(objection -> clocks.stop(Step.OBJECTION_ARBITRATION, objection.id()))
        .call(objection -> tellDecided(objection, upholds, arbitration.reason()))
        .chain(objection -> views.of(caller, objection));
  }

  private Uni<Void> tellDecided(Objection objection, boolean upheld, String reason) {
    NoticeKind kind = upheld ? NoticeKind.OBJECTION_UPHELD : NoticeKind.OBJECTION_DISMISSED;
    return news.toReporter(objection, kind, reason)
        .chain(() -> news.toProvider(objection, kind, reason))
        .chain(
            () ->
                upheld
                    ? news.toHolders(objection, NoticeKind.OBJECTION_RAISED)
                    : Uni.createFrom().voidItem());
  }

  /** Nobody arbitrates what they reported or answered themselves. */
  private static void impartial(Caller caller, Objection objection) {
    if (objection.partial(caller.name())) {
      throw new Forbidden("own-work");
    }
  }

  private Uni<Objection> reporters(Caller caller, UUID id) {
    caller.requireRole(REQUESTER);
    return objections
        .lockedSeen(caller, id)
        .invoke(objection -> caller.requireDepartment(objection.reporterDepartment()));
  }

  private static void ready(Objection objection, ExpectedVersion expected, ObjectionState... from) {
    expected.check(objection.revision());
    if (!Arrays.asList(from).contains(objection.state())) {
      throw new Conflict("objection-in-wrong-state", objection.state(), List.of(from));
    }
  }

  private Uni<Void> record(
      Caller caller,
      Objection objection,
      ObjectionAction action,
      ObjectionState from,
      String remark) {
    return objections.record(
        new ObjectionStep(objection, action, from, caller, remark, clock.instant()));
  }

  private Uni<Void> await(Caller caller, Objection objection) {
    return await(
        caller,
        objection,
        Step.VALUE_OBJECTION,
        waiting -> waiting.in(objection.providerDepartment()).within(LimitKind.VALUE_OBJECTION));
  }

  private Uni<Void> await(
      Caller caller, Objection objection, Step step, UnaryOperator<WaitingStep> more) {
    String role =
        switch (step) {
          case OBJECTION_INFORMATION -> REQUESTER;
          case OBJECTION_ARBITRATION -> SHARING_REVIEWER;
          default -> DEPARTMENT_REVIEWER;
        };
    return items
        .findById(objection.itemId())
        .chain(
            item ->
                clocks.start(
                    more.apply(
                        WaitingStep.of(
                                step,
                                objection.id(),
                                item.name(),
                                "/objections/" + objection.id(),
                                role)
                            .sentBy(caller))));
  }
}
