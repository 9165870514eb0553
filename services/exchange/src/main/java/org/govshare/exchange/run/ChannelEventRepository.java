package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps what befell channels. */
@Singleton
class ChannelEventRepository implements PanacheRepositoryBase<ChannelEvent, UUID> {

  Uni<Page<ChannelEventView>> page(UUID run, PageRequest request) {
    return find("runId = ?1 order by at, id", run)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            found ->
                count("runId = ?1", run)
                    .map(total -> Page.of(found, total, request).map(ChannelEvent::view)));
  }
}
