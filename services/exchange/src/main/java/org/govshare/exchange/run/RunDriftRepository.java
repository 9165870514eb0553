package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads and keeps drifts. */
@Singleton
class RunDriftRepository implements PanacheRepositoryBase<RunDrift, RunDrift.Place> {

  Uni<List<RunDrift>> ofRun(UUID runId) {
    return list("place.runId = ?1 order by place.side, place.targetNumber, place.node", runId);
  }

  Uni<Void> forget(UUID runId) {
    return delete("place.runId = ?1", runId).replaceWithVoid();
  }
}
