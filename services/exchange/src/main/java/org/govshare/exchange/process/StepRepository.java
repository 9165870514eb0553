package org.govshare.exchange.process;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and keeps the steps of runs of processes. */
@Singleton
class StepRepository implements PanacheRepositoryBase<ProcessStep, UUID> {

  /** Takes turns with the other replicas: nobody waits, and nobody takes what another has. */
  private static final String STARTABLE =
      """
      SELECT id FROM process_step WHERE state = 'READY' AND not_before <= :now
      ORDER BY not_before, id LIMIT :limit FOR UPDATE SKIP LOCKED
      """;

  Uni<List<ProcessStep>> of(List<UUID> processRuns) {
    return list("processRunId in ?1", processRuns);
  }

  Uni<ProcessStep> ofRun(UUID run) {
    return find("runId", run).firstResult();
  }

  Uni<ProcessStep> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<List<ProcessStep>> lockStartable(Instant now, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(STARTABLE, UUID.class)
                    .setParameter("now", now)
                    .setParameter("limit", limit)
                    .getResultList())
        .chain(ids -> list("id in ?1", ids));
  }
}
