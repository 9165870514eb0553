package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and keeps when leases were renewed. */
@Singleton
class RunLeaseRepository implements PanacheRepositoryBase<RunLease, UUID> {

  /** Runs under way whose leases were signed before a time, the oldest first. */
  Uni<List<UUID>> due(Instant before, int limit) {
    return getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        """
                        select run.id from Run run
                        left join RunLease lease on lease.runId = run.id
                        where run.state in :live
                          and coalesce(lease.issuedAt, run.requestedAt) <= :before
                        order by coalesce(lease.issuedAt, run.requestedAt), run.id
                        """,
                        UUID.class)
                    .setParameter("live", RunPhase.LIVE)
                    .setParameter("before", before)
                    .setMaxResults(limit)
                    .getResultList());
  }
}
