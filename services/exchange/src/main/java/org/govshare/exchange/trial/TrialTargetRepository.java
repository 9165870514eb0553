package org.govshare.exchange.trial;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads and keeps what further targets say of trials. */
@Singleton
class TrialTargetRepository implements PanacheRepositoryBase<TrialTarget, UUID> {

  /** Those of a trial, in the order of the service's targets. */
  Uni<List<TrialTarget>> of(UUID trial) {
    return list("trialId = ?1 order by targetNumber", trial);
  }
}
