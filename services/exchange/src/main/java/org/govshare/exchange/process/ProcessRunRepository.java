package org.govshare.exchange.process;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps runs of processes. */
@Singleton
class ProcessRunRepository implements PanacheRepositoryBase<ProcessRun, UUID> {

  Uni<List<ProcessRun>> page(UUID process, PageRequest request) {
    return find("processId = ?1 order by requestedAt desc, id", process)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list();
  }

  Uni<Long> live(UUID process) {
    return count("processId = ?1 and state = ?2", process, ProcessState.RUNNING);
  }

  Uni<ProcessRun> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
