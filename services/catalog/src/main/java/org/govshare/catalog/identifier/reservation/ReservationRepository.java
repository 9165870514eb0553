package org.govshare.catalog.identifier.reservation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on reserved ranges. */
@Singleton
class ReservationRepository implements PanacheRepositoryBase<Reservation, UUID> {

  Uni<Page<Reservation>> page(PageRequest page) {
    return count()
        .chain(
            total ->
                find("order by prefix, firstNumber, reservedAt, id")
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Reservation> found) -> Page.of(found, total, page)));
  }

  Uni<Reservation> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("reservation-not-found", id));
  }

  /** Those that hold back a number of a range, the lowest first. */
  Uni<List<Reservation>> overlapping(String prefix, int first, int last) {
    return list(
        "prefix = ?1 and releasedAt is null and firstNumber <= ?3 and lastNumber >= ?2"
            + " order by firstNumber",
        prefix,
        first,
        last);
  }
}
