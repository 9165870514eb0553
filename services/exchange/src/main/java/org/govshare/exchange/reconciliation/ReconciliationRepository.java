package org.govshare.exchange.reconciliation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps reconciliations. */
@Singleton
class ReconciliationRepository implements PanacheRepositoryBase<Reconciliation, UUID> {

  Uni<Page<ReconciliationView>> page(UUID run, PageRequest request) {
    Uni<List<Reconciliation>> items =
        find("runId = ?1 order by requestedAt desc, id", run)
            .range(request.offset(), request.offset() + request.size() - 1)
            .list();
    return items.chain(
        found ->
            count("runId = ?1", run)
                .map(total -> Page.of(found, total, request).map(Reconciliation::view)));
  }

  Uni<Reconciliation> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
