package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads and keeps sealed keys. */
@Singleton
class ReplayKeysRepository implements PanacheRepositoryBase<ReplayKeys, ReplayKeys.Place> {

  /** Those of a run, as far as they are here. */
  Uni<List<ReplayKeys>> ofRun(UUID run) {
    return list("place.runId = ?1 order by place.targetNumber", run);
  }
}
