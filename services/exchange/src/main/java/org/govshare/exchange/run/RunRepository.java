package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads and keeps runs. */
@Singleton
class RunRepository implements PanacheRepositoryBase<Run, UUID> {

  Uni<Page<Run>> page(RunFilter filter, PageRequest request) {
    Map<String, Object> values = new LinkedHashMap<>();
    String from = " from Run r where " + String.join(" and ", conditions(filter, values));
    String rows = "select r" + from + " order by " + filter.order().expression();
    return getSession()
        .chain(
            session -> {
              Mutiny.SelectionQuery<Long> count =
                  session.createSelectionQuery("select count(r)" + from, Long.class);
              Mutiny.SelectionQuery<Run> found = session.createSelectionQuery(rows, Run.class);
              values.forEach(count::setParameter);
              values.forEach(found::setParameter);
              return PagedQuery.read(count, found, request);
            });
  }

  private static List<String> conditions(RunFilter filter, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    BiConsumer<String, Optional<?>> that =
        (condition, value) ->
            value.ifPresent(
                it -> {
                  String name = "value" + values.size();
                  conditions.add(condition.replace("?", ":" + name));
                  values.put(name, it);
                });
    that.accept("(r.sourceDepartment = ? or r.targetDepartment = ?)", filter.scope());
    that.accept("(r.sourceDepartment = ? or r.targetDepartment = ?)", filter.department());
    that.accept("r.serviceId = ?", filter.service());
    that.accept("r.state = ?", filter.state());
    that.accept("r.cause = ?", filter.cause());
    that.accept("r.mode = ?", filter.mode());
    that.accept("r.reason = ?", filter.reason());
    that.accept("coalesce(r.startedAt, r.requestedAt) >= ?", filter.from());
    that.accept("coalesce(r.startedAt, r.requestedAt) < ?", filter.to());
    that.accept(
        "r.serviceId in (select s.id from ExchangeService s where s.domain = ?)", filter.domain());
    that.accept(
        "r.id in (select p.place.runId from RunChannel p join Channel c on c.id ="
            + " p.place.channelId where c.sourceNode = ? or c.targetNode = ?)",
        filter.node());
    return conditions;
  }

  /** Runs that have not ended, the oldest first. */
  Uni<List<Run>> live(int limit) {
    return find("state in ?1 order by requestedAt", RunPhase.LIVE).range(0, limit - 1).list();
  }

  /** Runs under way in which a node takes part. */
  Uni<List<UUID>> liveOf(String node) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select r.id from Run r where r.state in ?1 and exists (select 1 from"
                            + " RunChannel p join Channel c on c.id = p.place.channelId where"
                            + " p.place.runId = r.id and (c.sourceNode = ?2 or c.targetNode = ?2))"
                            + " order by r.id",
                        UUID.class)
                    .setParameter(1, RunPhase.LIVE)
                    .setParameter(2, node)
                    .getResultList());
  }

  Uni<Run> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The service's last run that brought what it had to bring, or {@code null}. */
  Uni<Run> lastComplete(UUID serviceId) {
    return find(
            "serviceId = ?1 and state = ?2 and cause <> ?3 order by endedAt desc",
            serviceId,
            RunPhase.COMPLETED,
            RunCause.RESEND)
        .firstResult();
  }

  /** The service's latest run, or {@code null}. */
  Uni<Run> latest(UUID serviceId) {
    return find("serviceId = ?1 order by requestedAt desc", serviceId).firstResult();
  }

  /** The service's run that has not ended, locked, or {@code null}; there is one at most. */
  Uni<Run> live(UUID serviceId) {
    return find("serviceId = ?1 and state in ?2", serviceId, RunPhase.LIVE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }
}
