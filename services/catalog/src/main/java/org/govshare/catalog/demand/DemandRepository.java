package org.govshare.catalog.demand;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;

/** Queries on demands and their steps. */
@Singleton
class DemandRepository implements PanacheRepositoryBase<Demand, UUID> {

  private static final String LISTED =
      """
      (?1 is null or department = ?1 or providerDepartment = ?1)
      and (?2 is null or department = ?2)
      and (?3 is null or coalesce(providerDepartment, preferredDepartment) = ?3)
      and (?4 is null or state = ?4)
      and (?5 is null or name like ?5 escape '\\')
      """;

  Uni<Page<Demand>> page(
      String confinedTo, DemandFilter filter, DemandState state, PageRequest page) {
    Object[] parameters = {
      confinedTo, filter.department(), filter.provider(), state, filter.pattern()
    };
    return count(LISTED, parameters)
        .chain(
            total ->
                find(LISTED + " order by createdAt desc, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Demand> found) -> Page.of(found, total, page)));
  }

  /** One demand; one the caller may not know of does not exist. */
  Uni<Demand> seen(Caller caller, UUID id) {
    return findById(id).invoke(found -> seen(caller, id, found));
  }

  /** The same, to change it: other changes wait until this transaction ends. */
  Uni<Demand> lockedSeen(Caller caller, UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE).invoke(found -> seen(caller, id, found));
  }

  private static void seen(Caller caller, UUID id, Demand found) {
    boolean visible =
        found != null
            && DemandFilter.confinedTo(caller)
                .map(
                    own -> own.equals(found.department()) || own.equals(found.providerDepartment()))
                .orElse(true);
    if (!visible) {
      throw new NotFound("demand-not-found", id);
    }
  }

  /** Demands that wait for one of these series to be published. */
  Uni<List<Demand>> waitingFor(Collection<UUID> series) {
    return find("seriesId in ?1 and state = ?2", series, DemandState.PLANNED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Demands whose promised day has passed and of which nobody has been told, the first first. */
  Uni<List<UUID>> passed(LocalDate today, int limit) {
    return find(
            "state = ?1 and availableBy < ?2 and (passingTold is null or passingTold <> availableBy)"
                + " order by availableBy, id",
            DemandState.PLANNED,
            today)
        .page(0, limit)
        .list()
        .map(found -> found.stream().map(Demand::id).toList());
  }

  /** One of them, to be told of; {@code null} if it is none any more. */
  Uni<Demand> lockedPassed(UUID id, LocalDate today) {
    return find(
            "id = ?1 and state = ?2 and availableBy < ?3"
                + " and (passingTold is null or passingTold <> availableBy)",
            id,
            DemandState.PLANNED,
            today)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  Uni<Void> record(DemandStep step) {
    return Panache.getSession().chain(session -> session.persist(step));
  }

  Uni<Page<DemandStepView>> steps(UUID id, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createQuery(
                                "select count(*) from DemandStep where demandId = ?1", Long.class)
                            .setParameter(1, id),
                        session
                            .createQuery(
                                "from DemandStep where demandId = ?1 order by id", DemandStep.class)
                            .setParameter(1, id),
                        page)
                    .map(found -> found.map(DemandStep::view)));
  }
}
