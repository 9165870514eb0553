package org.govshare.catalog.objection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;

/** Queries on objections and their steps. */
@Singleton
class ObjectionRepository implements PanacheRepositoryBase<Objection, UUID> {

  private static final List<ObjectionState> OPEN =
      List.of(
          ObjectionState.SUBMITTED,
          ObjectionState.NEEDS_INFORMATION,
          ObjectionState.ACCEPTED,
          ObjectionState.REJECTED,
          ObjectionState.IN_ARBITRATION);

  Uni<Page<Objection>> page(ObjectionScope scope, PageRequest page) {
    Object[] parameters = scope.parameters().toArray();
    return count(scope.condition(), parameters)
        .chain(
            total ->
                find(scope.condition() + " order by createdAt desc, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Objection> found) -> Page.of(found, total, page)));
  }

  /** One objection; one the caller may not know of does not exist. */
  Uni<Objection> seen(Caller caller, UUID id) {
    return findById(id).invoke(found -> seen(caller, id, found));
  }

  /** The same, to change it: other changes wait until this transaction ends. */
  Uni<Objection> lockedSeen(Caller caller, UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE).invoke(found -> seen(caller, id, found));
  }

  private static void seen(Caller caller, UUID id, Objection found) {
    if (found == null || !ObjectionScope.covers(caller, found)) {
      throw new NotFound("objection-not-found", id);
    }
  }

  /** Whether a department's objection to this value is not ended yet. */
  Uni<Boolean> isOpen(String reporterDepartment, UUID itemId, String rowKey) {
    return count(
            "reporterDepartment = ?1 and itemId = ?2 and rowKey = ?3 and state in ?4",
            reporterDepartment,
            itemId,
            rowKey,
            OPEN)
        .map(found -> found > 0);
  }

  Uni<Void> record(ObjectionStep step) {
    return Panache.getSession().chain(session -> session.persist(step));
  }

  Uni<Page<StepView>> steps(UUID id, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createQuery(
                                "select count(*) from ObjectionStep where objectionId = ?1",
                                Long.class)
                            .setParameter(1, id),
                        session
                            .createQuery(
                                "from ObjectionStep where objectionId = ?1 order by id",
                                ObjectionStep.class)
                            .setParameter(1, id),
                        page)
                    .map(found -> found.map(ObjectionStep::view)));
  }

  /** Department, state, whether late, how many, how many corrected; of all if none is named. */
  Uni<List<Object[]>> counts(String providerDepartment) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        """
                        select providerDepartment, state, late, count(*), count(correctedAt)
                        from Objection
                        where ?1 is null or providerDepartment = ?1
                        group by providerDepartment, state, late
                        """,
                        Object[].class)
                    .setParameter(1, providerDepartment)
                    .getResultList());
  }
}
