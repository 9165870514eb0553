package org.govshare.exchange.parked;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps decisions. */
@Singleton
class ParkedOrderRepository implements PanacheRepositoryBase<ParkedOrder, UUID> {

  Uni<Page<ParkedOrderView>> page(UUID serviceId, PageRequest request) {
    return find("serviceId = ?1 order by orderedAt desc, id", serviceId)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            items ->
                count("serviceId = ?1", serviceId)
                    .map(
                        total ->
                            Page.of(
                                items.stream().map(ParkedOrder::view).toList(), total, request)));
  }
}
