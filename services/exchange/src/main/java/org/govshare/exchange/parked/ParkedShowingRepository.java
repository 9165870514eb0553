package org.govshare.exchange.parked;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** Reads and keeps showings. */
@Singleton
class ParkedShowingRepository implements PanacheRepositoryBase<ParkedShowing, UUID> {

  Uni<ParkedShowing> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Forgets what was asked for before a time: nobody reads it any more. */
  Uni<Long> forget(Instant before) {
    return delete("requestedAt < ?1", before);
  }
}
