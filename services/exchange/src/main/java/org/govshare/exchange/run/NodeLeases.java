package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * When each node's leases of a run were last renewed. A node that has not acknowledged the last
 * renewal gets no other: it would find a pile of leases that have ended when it returns. As soon as
 * it has, another is due.
 */
@Singleton
class NodeLeases {

  private static final String WAITING =
      """
      exists (
        select 1 from outbox waiting
        where waiting.consumer = 'node.' || lease.node and waiting.type = 'RenewLease'
          and waiting.payload ->> 'runId' = cast(lease.run_id as text))
      """;

  private static final String DUE =
      """
      select run.id from run
      left join lateral (
        select min(lease.issued_at) as first,
               min(lease.issued_at) filter (where not %s) as open
        from node_lease lease where lease.run_id = run.id) lease on true
      where run.state in (%s)
        and (case when lease.first is null then run.requested_at else lease.open end) <= ?1
      order by coalesce(lease.open, run.requested_at), run.id
      """
          .formatted(
              WAITING,
              RunPhase.LIVE.stream()
                  .map(phase -> "'" + phase.name() + "'")
                  .collect(Collectors.joining(", ")));

  private static final String LEFT =
      """
      select lease.node from node_lease lease
      where lease.run_id = ?1 and (lease.issued_at > ?2 or %s)
      """
          .formatted(WAITING);

  private static final String RENEWED =
      """
      insert into node_lease (run_id, node, issued_at) values (?1, ?2, ?3)
      on conflict (run_id, node) do update set issued_at = excluded.issued_at
      """;

  /** Runs under way with a node whose leases were signed before a time, the oldest first. */
  Uni<List<UUID>> due(Instant before, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(DUE, UUID.class)
                    .setParameter(1, before.atOffset(ZoneOffset.UTC))
                    .setMaxResults(limit)
                    .getResultList());
  }

  /** The nodes of a run that are not to be told of a renewal. */
  Uni<Set<String>> left(UUID run, Instant before) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LEFT, String.class)
                    .setParameter(1, run)
                    .setParameter(2, before.atOffset(ZoneOffset.UTC))
                    .getResultList())
        .map(Set::copyOf);
  }

  /** Remembers that leases were renewed. */
  Uni<Void> renewed(UUID run, Collection<String> nodes, Instant at) {
    return Panache.getSession()
        .chain(
            session -> {
              Uni<Void> done = Uni.createFrom().voidItem();
              for (String node : nodes) {
                done =
                    done.chain(
                        () ->
                            session
                                .createNativeQuery(RENEWED)
                                .setParameter(1, run)
                                .setParameter(2, node)
                                .setParameter(3, at.atOffset(ZoneOffset.UTC))
                                .executeUpdate()
                                .replaceWithVoid());
              }
              return done;
            });
  }
}
