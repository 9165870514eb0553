package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads and keeps what providers withhold. */
@Singleton
class RunWithholdingRepository
    implements PanacheRepositoryBase<RunWithholding, RunWithholding.Place> {

  Uni<List<RunWithholding>> ofRun(UUID runId) {
    return list("place.runId = ?1 order by reportedAt, place.channelId", runId);
  }

  Uni<Void> forget(UUID runId) {
    return delete("place.runId = ?1", runId).replaceWithVoid();
  }

  Uni<Void> forget(RunWithholding.Place place) {
    return delete("place = ?1", place).replaceWithVoid();
  }
}
