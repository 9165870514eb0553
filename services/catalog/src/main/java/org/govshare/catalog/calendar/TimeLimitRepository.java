package org.govshare.catalog.calendar;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on time limits. */
@Singleton
class TimeLimitRepository implements PanacheRepositoryBase<TimeLimit, LimitKind> {

  Uni<TimeLimit> locked(LimitKind kind) {
    return findById(kind, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<Page<TimeLimitChange>> changes(LimitKind kind, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery("select count(*) from TimeLimitChange where kind = ?1", Long.class)
                    .setParameter(1, kind)
                    .getSingleResult()
                    .chain(
                        total ->
                            session
                                .createQuery(
                                    "from TimeLimitChange where kind = ?1 order by id desc",
                                    TimeLimitChange.class)
                                .setParameter(1, kind)
                                .setFirstResult(page.offset())
                                .setMaxResults(page.size())
                                .getResultList()
                                .map(
                                    (List<TimeLimitChange> found) -> Page.of(found, total, page))));
  }
}
