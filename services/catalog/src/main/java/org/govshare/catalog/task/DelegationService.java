package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.person.Person;
import org.govshare.catalog.person.PersonDirectory;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Lets colleagues stand in for each other. */
@Singleton
class DelegationService {

  private final DelegationRepository delegations;
  private final PersonDirectory people;
  private final Notices notices;
  private final Clock clock;

  DelegationService(
      DelegationRepository delegations, PersonDirectory people, Notices notices, Clock clock) {
    this.delegations = delegations;
    this.people = people;
    this.notices = notices;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<DelegationView>> list(Caller caller, DelegationRole role, PageRequest page) {
    return delegations
        .page(role, caller.name(), page)
        .map(found -> found.map(delegation -> delegation.view(today())));
  }

  @WithTransaction
  Uni<DelegationView> delegate(Caller caller, DelegationInput input) {
    String department = caller.requireAnyDepartment();
    input.check(today());
    return people
        .find(input.delegate())
        .invoke(
            found -> {
              if (found.isEmpty() || !colleagues(caller, found.get())) {
                throw new InvalidInput("delegate", "no-colleague", input.delegate());
              }
            })
        .chain(() -> delegations.away(caller.name(), input.firstDay(), input.lastDay()))
        .invoke(overlapping -> refuse(overlapping, "delegation-overlaps"))
        .chain(() -> delegations.away(input.delegate(), input.firstDay(), input.lastDay()))
        .invoke(away -> refuse(away, "delegate-away", input.delegate()))
        .chain(() -> delegations.standsIn(caller.name(), input.firstDay(), input.lastDay()))
        .invoke(standsIn -> refuse(standsIn, "stands-in-for-another"))
        .map(no -> new TaskDelegation(input, caller.name(), department, clock.instant()))
        .call(delegations::persistAndFlush)
        .call(() -> told(caller, input))
        .map(delegation -> delegation.view(today()));
  }

  /** Whether two different people of one department have a role in common. */
  static boolean colleagues(Caller caller, Person other) {
    return !other.name().equals(caller.name())
        && other.department().equals(caller.department())
        && other.roles().stream()
            .anyMatch(role -> caller.hasRole(role) && !Roles.SEPARATED.contains(role));
  }

  private static void refuse(boolean so, String code, Object... arguments) {
    if (so) {
      throw new Conflict(code, arguments);
    }
  }

  private Uni<Void> told(Caller caller, DelegationInput input) {
    return notices.tell(
        new Notice(
            NoticeKind.TASKS_DELEGATED,
            Recipients.person(input.delegate()),
            Map.of(
                "from", caller.name(),
                "first", input.firstDay().toString(),
                "last", input.lastDay().toString(),
                "remark", input.remark() == null ? "" : input.remark()),
            "/todo"));
  }

  /** Ends a delegation before its time; either of the two may. */
  @WithTransaction
  Uni<DelegationView> end(Caller caller, UUID id, ExpectedVersion expected) {
    return delegations
        .locked(id)
        .invoke(
            delegation -> {
              if (!caller.name().equals(delegation.delegator())
                  && !caller.name().equals(delegation.delegate())) {
                throw new NotFound("delegation-not-found", id);
              }
              expected.check(delegation.revision());
              if (delegation.endedAt() != null) {
                throw new Conflict("delegation-ended-already");
              }
              delegation.end(clock.instant());
            })
        .call(delegations::flush)
        .map(delegation -> delegation.view(today()));
  }

  private LocalDate today() {
    return WorkingDays.dayOf(clock.instant());
  }
}
