package org.govshare.exchange.trial;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** Reads and keeps trials. */
@Singleton
class TrialRepository implements PanacheRepositoryBase<Trial, UUID> {

  Uni<Trial> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Forgets what was asked for before a time: nobody reads it any more. */
  Uni<Long> forget(Instant before) {
    return delete("requestedAt < ?1", before);
  }
}
