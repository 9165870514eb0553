package org.govshare.exchange.reconciliation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps reconciliations. */
@Singleton
class ReconciliationRepository implements PanacheRepositoryBase<Reconciliation, UUID> {

  Uni<Page<ReconciliationView>> ofRun(UUID run, PageRequest request) {
    return page("runId = ?1", run, request);
  }

  Uni<Page<ReconciliationView>> ofService(UUID service, PageRequest request) {
    return page("serviceId = ?1", service, request);
  }

  private Uni<Page<ReconciliationView>> page(String where, UUID of, PageRequest request) {
    Uni<List<Reconciliation>> items =
        find(where + " order by requestedAt desc, id", of)
            .range(request.offset(), request.offset() + request.size() - 1)
            .list();
    return items.chain(
        found ->
            count(where, of)
                .map(total -> Page.of(found, total, request).map(Reconciliation::view)));
  }

  /** The one of a target that is under way, or {@code null}. */
  Uni<Reconciliation> pending(UUID service, int target) {
    return find(
            "serviceId = ?1 and targetNumber = ?2 and state = ?3",
            service,
            target,
            ReconciliationState.PENDING)
        .firstResult();
  }

  /** Those under way of which nothing has been heard since a moment, locked. */
  Uni<List<Reconciliation>> silentSince(Instant moment, int limit) {
    return find(
            "state = ?1 and coalesce(askedAt, requestedAt) < ?2 order by requestedAt",
            ReconciliationState.PENDING,
            moment)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .range(0, limit - 1)
        .list();
  }

  Uni<Reconciliation> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
