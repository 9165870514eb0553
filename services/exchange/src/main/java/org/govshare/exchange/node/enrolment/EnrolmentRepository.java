package org.govshare.exchange.node.enrolment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps the taking in of nodes. */
@Singleton
class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {

  private static final String OPEN = "node = ?1 and state in ('ISSUED', 'CLAIMED')";

  Uni<Page<Enrolment>> page(PageRequest request) {
    Uni<List<Enrolment>> items =
        find("order by issuedAt desc, id")
            .range(request.offset(), request.offset() + request.size() - 1)
            .list();
    return items.chain(found -> count().map(total -> Page.of(found, total, request)));
  }

  /** The open one of a node, or {@code null}; nobody else changes it meanwhile. */
  Uni<Enrolment> open(String node) {
    return find(OPEN, node).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
  }

  Uni<Enrolment> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
