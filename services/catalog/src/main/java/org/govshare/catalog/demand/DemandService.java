package org.govshare.catalog.demand;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
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
import org.govshare.catalog.calendar.ClockState;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WaitingStep;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.library.link.Cited;
import org.govshare.catalog.library.link.LibraryLinks;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.ExpectedVersion;

/** Demands from their submission to the resource. */
@Singleton
class DemandService {

  private final DemandRepository demands;
  private final DemandViews views;
  private final DemandNews news;
  private final ResourceRepository resources;
  private final DepartmentRepository departments;
  private final LibraryLinks library;
  private final Clocks clocks;
  private final Clock clock;

  DemandService(
      DemandRepository demands,
      DemandViews views,
      DemandNews news,
      ResourceRepository resources,
      DepartmentRepository departments,
      LibraryLinks library,
      Clocks clocks,
      Clock clock) {
    this.demands = demands;
    this.views = views;
    this.news = news;
    this.resources = resources;
    this.departments = departments;
    this.library = library;
    this.clocks = clocks;
    this.clock = clock;
  }

  @WithTransaction
  Uni<DemandView> submit(Caller caller, DemandInput input) {
    caller.requireRole(REQUESTER);
    String department = caller.requireAnyDepartment();
    input.check();
    Demand demand = new Demand(input, department, caller.name(), clock.instant());
    return departments
        .ofCaller(department)
        .chain(() -> preferred(department, input.preferredDepartment()))
        .chain(() -> library.check(List.of(new Cited("", input.legalBasisId(), null, null))))
        .chain(() -> demands.persistAndFlush(demand))
        .chain(() -> record(caller, demand, DemandAction.SUBMIT, null, null))
        .chain(
            () ->
                clocks.start(
                    waiting(demand, Step.DEMAND_ASSIGNMENT, SHARING_REVIEWER)
                        .sentBy(caller)
                        .within(LimitKind.DEMAND_ASSIGNMENT)))
        .chain(() -> news.toAuthority(demand))
        .chain(() -> views.of(demand));
  }

  private Uni<Void> preferred(String department, String preferred) {
    if (preferred == null) {
      return Uni.createFrom().voidItem();
    }
    if (preferred.equals(department)) {
      throw new InvalidInput("preferredDepartment", "own-department");
    }
    return departments.named("preferredDepartment", preferred).replaceWithVoid();
  }

  private static WaitingStep waiting(Demand demand, Step step, String role) {
    return WaitingStep.of(step, demand.id(), demand.name(), "/demands/" + demand.id(), role);
  }

  @WithTransaction
  Uni<DemandView> assign(Caller caller, UUID id, ExpectedVersion expected, Assignment assignment) {
    caller.requireRole(SHARING_REVIEWER);
    assignment.check();
    return demands
        .lockedSeen(caller, id)
        .invoke(demand -> ready(demand, expected, DemandState.SUBMITTED, DemandState.DECLINED))
        .call(
            demand ->
                assignment.decision() == Assignment.Decision.ASSIGN
                    ? assign(caller, demand, assignment)
                    : refuse(caller, demand, assignment))
        .chain(views::of);
  }

  private Uni<Void> assign(Caller caller, Demand demand, Assignment assignment) {
    if (assignment.department().equals(demand.department())) {
      throw new InvalidInput("department", "own-department");
    }
    DemandState from = demand.state();
    return departments
        .named("department", assignment.department())
        .invoke(
            provider ->
                demand.assigned(
                    provider.code(), caller.name(), assignment.remark(), clock.instant()))
        .chain(() -> record(caller, demand, DemandAction.ASSIGN, from, assignment.remark()))
        .chain(() -> clocks.stop(Step.DEMAND_ASSIGNMENT, demand.id()))
        .chain(
            () ->
                clocks.start(
                    waiting(demand, Step.DEMAND_ANSWER, DEPARTMENT_REVIEWER)
                        .in(demand.providerDepartment())
                        .sentBy(caller)
                        .within(LimitKind.PROVIDER_ANSWER_UNPUBLISHED)))
        .chain(() -> news.toProvider(demand, assignment.remark()));
  }

  private Uni<Void> refuse(Caller caller, Demand demand, Assignment assignment) {
    DemandState from = demand.state();
    demand.refused(caller.name(), assignment.remark(), clock.instant());
    return record(caller, demand, DemandAction.REFUSE, from, assignment.remark())
        .chain(() -> clocks.stop(Step.DEMAND_ASSIGNMENT, demand.id()))
        .chain(() -> news.toAsker(demand, NoticeKind.DEMAND_REFUSED, assignment.remark(), null));
  }

  @WithTransaction
  Uni<DemandView> answer(Caller caller, UUID id, ExpectedVersion expected, DemandAnswer answer) {
    caller.requireRole(DEPARTMENT_REVIEWER);
    Instant now = clock.instant();
    answer.check(WorkingDays.dayOf(now));
    return demands
        .lockedSeen(caller, id)
        .invoke(demand -> caller.requireDepartment(provider(demand)))
        .invoke(demand -> ready(demand, expected, DemandState.ASSIGNED))
        .call(demand -> overdue(demand).chain(late -> answer(caller, demand, answer, late, now)))
        .chain(views::of);
  }

  private static String provider(Demand demand) {
    return String.valueOf(demand.providerDepartment());
  }

  private Uni<Boolean> overdue(Demand demand) {
    return clocks
        .of(demand.id())
        .map(
            all ->
                all.stream()
                    .anyMatch(
                        found ->
                            found.step() == Step.DEMAND_ANSWER
                                && found.state() == ClockState.OVERDUE));
  }

  private Uni<Void> answer(
      Caller caller, Demand demand, DemandAnswer answer, boolean late, Instant now) {
    Uni<Void> outcome =
        switch (answer.decision()) {
          case CAN_PROVIDE -> {
            demand.answered(DemandState.PLANNED, answer, caller.name(), late, now);
            yield answered(caller, demand, answer)
                .chain(
                    () ->
                        news.toAsker(
                            demand,
                            NoticeKind.DEMAND_PLANNED,
                            answer.availableBy().toString(),
                            null));
          }
          case ALREADY_PUBLISHED ->
              published(demand, answer.resourceId())
                  .chain(
                      resource -> {
                        demand.answered(DemandState.FULFILLED, answer, caller.name(), late, now);
                        demand.linkedTo(resource.seriesId());
                        return answered(caller, demand, answer)
                            .chain(() -> tellPublished(demand, resource.id()));
                      });
          case CANNOT -> {
            demand.answered(DemandState.DECLINED, answer, caller.name(), late, now);
            yield answered(caller, demand, answer)
                .chain(
                    () ->
                        clocks.start(
                            waiting(demand, Step.DEMAND_ASSIGNMENT, SHARING_REVIEWER)
                                .sentBy(caller)
                                .within(LimitKind.DEMAND_ASSIGNMENT)))
                .chain(() -> news.declined(demand, answer.note()));
          }
        };
    return clocks.stop(Step.DEMAND_ANSWER, demand.id()).chain(() -> outcome);
  }

  private Uni<Void> answered(Caller caller, Demand demand, DemandAnswer answer) {
    return record(caller, demand, DemandAction.ANSWER, DemandState.ASSIGNED, answer.note());
  }

  private Uni<InformationResource> published(Demand demand, UUID resourceId) {
    return ofProvider(demand, resourceId)
        .invoke(
            resource -> {
              if (resource.state() != ResourceState.PUBLISHED) {
                throw new InvalidInput("resourceId", "unknown-resource", resourceId);
              }
            });
  }

  private Uni<InformationResource> ofProvider(Demand demand, UUID resourceId) {
    return resources
        .findById(resourceId)
        .invoke(
            resource -> {
              if (resource == null
                  || !resource.departmentCode().equals(demand.providerDepartment())
                  || resource.state() == ResourceState.WITHDRAWN) {
                throw new InvalidInput("resourceId", "unknown-resource", resourceId);
              }
            });
  }

  private Uni<Void> tellPublished(Demand demand, UUID resourceId) {
    return news.toAsker(demand, NoticeKind.DEMAND_FULFILLED, null, "/resources/" + resourceId);
  }

  /** The provider names what it compiles for a demand; once that is published, so is the demand. */
  @WithTransaction
  Uni<DemandView> link(Caller caller, UUID id, ExpectedVersion expected, DemandLink link) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    link.check();
    return demands
        .lockedSeen(caller, id)
        .invoke(demand -> caller.requireDepartment(provider(demand)))
        .invoke(demand -> ready(demand, expected, DemandState.PLANNED))
        .call(
            demand ->
                ofProvider(demand, link.resourceId())
                    .chain(resource -> link(caller, demand, resource)))
        .chain(views::of);
  }

  private Uni<Void> link(Caller caller, Demand demand, InformationResource resource) {
    demand.linkedTo(resource.seriesId());
    return record(caller, demand, DemandAction.LINK, DemandState.PLANNED, resource.name())
        .chain(
            () ->
                resource.state() == ResourceState.PUBLISHED
                    ? fulfil(caller, demand, resource.id())
                    : Uni.createFrom().voidItem());
  }

  /** What was asked for is in the catalogue. */
  Uni<Void> fulfil(Caller caller, Demand demand, UUID resourceId) {
    DemandState from = demand.state();
    demand.fulfilled();
    return record(caller, demand, DemandAction.FULFIL, from, null)
        .chain(() -> tellPublished(demand, resourceId));
  }

  @WithTransaction
  Uni<DemandView> withdraw(
      Caller caller, UUID id, ExpectedVersion expected, DemandWithdrawal withdrawal) {
    caller.requireRole(REQUESTER);
    withdrawal.check();
    return demands
        .lockedSeen(caller, id)
        .invoke(demand -> caller.requireDepartment(demand.department()))
        .invoke(
            demand ->
                ready(
                    demand,
                    expected,
                    DemandState.SUBMITTED,
                    DemandState.ASSIGNED,
                    DemandState.PLANNED,
                    DemandState.DECLINED))
        .call(
            demand -> {
              DemandState from = demand.state();
              demand.withdrawn();
              return record(caller, demand, DemandAction.WITHDRAW, from, withdrawal.reason())
                  .chain(() -> clocks.stopAll(demand.id()));
            })
        .chain(views::of);
  }

  private static void ready(Demand demand, ExpectedVersion expected, DemandState... from) {
    expected.check(demand.revision());
    if (!Arrays.asList(from).contains(demand.state())) {
      throw new Conflict("demand-in-wrong-state", demand.state(), List.of(from));
    }
  }

  private Uni<Void> record(
      Caller caller, Demand demand, DemandAction action, DemandState from, String remark) {
    return demands.record(new DemandStep(demand, action, from, caller, remark, clock.instant()));
  }
}
