package org.govshare.catalog.calendar;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Queries on clocks. */
@Singleton
class ClockRepository implements PanacheRepositoryBase<DeadlineClock, UUID> {

  Uni<List<DeadlineClock>> open(Collection<UUID> objectIds) {
    return list(
        "objectId in ?1 and state <> ?2 order by startedAt", objectIds, DeadlineClock.Run.STOPPED);
  }

  Uni<List<DeadlineClock>> openLocked(Collection<UUID> objectIds) {
    return find("objectId in ?1 and state <> ?2", objectIds, DeadlineClock.Run.STOPPED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  Uni<DeadlineClock> openLocked(UUID objectId, Step step) {
    return find(
            "objectId = ?1 and step = ?2 and state <> ?3",
            objectId,
            step,
            DeadlineClock.Run.STOPPED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  Uni<List<DeadlineClock>> of(UUID objectId) {
    return list("objectId = ?1 order by startedAt, id", objectId);
  }
}
