package org.govshare.monitoring.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.protocol.control.Side;

/** Queries on runs. */
@Singleton
class RunRepository implements PanacheRepositoryBase<Run, UUID> {

  private static final String SERVICE =
      "select code, name, domain from exchange_service where id = ?1";

  private static final String ENDS =
      """
      select side, string_agg(distinct node, ', ' order by node) as node,
             cast(sum(messages) as bigint) as messages, cast(sum(rows) as bigint) as rows,
             cast(sum(bytes) as bigint) as bytes, cast(sum(wire_bytes) as bigint) as wire_bytes,
             max(reported_at) as reported_at
      from run_figures where run_id = ?1 group by side
      """;

  Uni<Void> keep(RunChanged fact) {
    return findById(fact.run())
        .chain(
            known -> {
              Run run = known == null ? new Run() : known;
              if (known == null) {
                run.id = fact.run();
                run.requestedAt = fact.at();
              }
              run.serviceId = fact.service();
              run.state = fact.state();
              run.changedAt = fact.at();
              return persist(run);
            })
        .replaceWithVoid();
  }

  /** A run's service, with nothing but its identifier if the exchange has not told of it. */
  Uni<RunView.Service> service(UUID id) {
    return rows(SERVICE, id)
        .map(
            rows ->
                rows.isEmpty()
                    ? new RunView.Service(id, null, null, null)
                    : new RunView.Service(
                        id,
                        rows.getFirst().get("code", String.class),
                        rows.getFirst().get("name", String.class),
                        rows.getFirst().get("domain", String.class)));
  }

  /** What the ends of a run have reported over all channels; an end that has not is absent. */
  Uni<Map<Side, RunView.End>> ends(UUID run) {
    return rows(ENDS, run)
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> Side.valueOf(row.get("side", String.class)),
                            RunRepository::end)));
  }

  private static Uni<List<Tuple>> rows(String query, UUID key) {
    return Panache.getSession()
        .chain(
            session ->
                session.createNativeQuery(query, Tuple.class).setParameter(1, key).getResultList());
  }

  private static RunView.End end(Tuple row) {
    return new RunView.End(
        row.get("node", String.class),
        row.get("messages", Long.class),
        row.get("rows", Long.class),
        row.get("bytes", Long.class),
        row.get("wire_bytes", Long.class),
        row.get("reported_at", OffsetDateTime.class).toInstant());
  }
}
