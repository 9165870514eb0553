package org.govshare.exchange.process;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps processes. */
@Singleton
class ProcessRepository implements PanacheRepositoryBase<ProcessDefinition, UUID> {

  Uni<Page<ProcessView>> page(PageRequest request) {
    return find("order by name")
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            items ->
                count()
                    .map(
                        total ->
                            Page.of(
                                items.stream().map(ProcessDefinition::view).toList(),
                                total,
                                request)));
  }

  Uni<Boolean> nameTaken(String name, UUID except) {
    return count("name = ?1 and id <> ?2", name, except).map(found -> found > 0);
  }

  Uni<ProcessDefinition> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
