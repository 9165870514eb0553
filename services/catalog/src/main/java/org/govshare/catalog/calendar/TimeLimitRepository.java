package org.govshare.catalog.calendar;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;

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
                PagedQuery.read(
                    session
                        .createQuery(
                            "select count(*) from TimeLimitChange where kind = ?1", Long.class)
                        .setParameter(1, kind),
                    session
                        .createQuery(
                            "from TimeLimitChange where kind = ?1 order by id desc",
                            TimeLimitChange.class)
                        .setParameter(1, kind),
                    page));
  }
}
