package org.govshare.catalog.identifier.reservation;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.govshare.catalog.identifier.Allocations;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Reserves and releases ranges of numbers. */
@Singleton
class ReservationService {

  private final ReservationRepository reservations;
  private final Allocations allocations;
  private final Clock clock;

  ReservationService(ReservationRepository reservations, Allocations allocations, Clock clock) {
    this.reservations = reservations;
    this.allocations = allocations;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ReservationView>> list(Caller caller, PageRequest page) {
    caller.requireRole(CATALOG_PUBLISHER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    return reservations.page(page).map(found -> found.map(Reservation::view));
  }

  @WithTransaction
  Uni<ReservationView> reserve(Caller caller, ReservationInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    Reservation reservation = new Reservation(input, caller.name(), clock.instant());
    return allocations
        .knowsDepartment(input.departmentCode())
        .invoke(
            known -> {
              if (!known) {
                throw new InvalidInput(
                    "departmentCode", "unknown-department", input.departmentCode());
              }
            })
        .chain(() -> allocations.lock(input.prefix()))
        .chain(() -> refuseTaken(input))
        .chain(() -> reservations.persistAndFlush(reservation))
        .map(Reservation::view);
  }

  private Uni<Void> refuseTaken(ReservationInput input) {
    return reservations
        .overlapping(input.prefix(), input.firstNumber(), input.lastNumber())
        .invoke(
            others -> {
              if (!others.isEmpty()) {
                ReservationView other = others.getFirst().view();
                throw new Conflict(
                    "range-already-reserved",
                    other.firstNumber(),
                    other.lastNumber(),
                    other.departmentCode());
              }
            })
        .chain(() -> allocations.taken(input.prefix(), input.firstNumber(), input.lastNumber()))
        .invoke(
            taken -> {
              if (taken.isPresent()) {
                throw new Conflict("range-already-allotted", taken.get());
              }
            })
        .replaceWithVoid();
  }

  /** What was not used of the range is given out again, the lowest numbers first. */
  @WithTransaction
  Uni<ReservationView> release(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return reservations
        .locked(id)
        .invoke(
            reservation -> {
              expected.check(reservation.revision());
              if (reservation.isReleased()) {
                throw new Conflict("reservation-already-released");
              }
              reservation.release(caller.name(), clock.instant());
            })
        .call(reservation -> allocations.lock(reservation.prefix()))
        .call(
            reservation ->
                allocations.lookAgainFrom(reservation.prefix(), reservation.firstNumber()))
        .call(() -> reservations.flush())
        .map(Reservation::view);
  }
}
