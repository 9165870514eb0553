package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

  /** What befell all runs of a service, the latest first; of one kind if it is given. */
  Uni<Page<ChannelEventView>> ofService(
      UUID service, Optional<ChannelEvent.Kind> kind, PageRequest request) {
    String which =
        "runId in (select r.id from Run r where r.serviceId = ?1)"
            + (kind.isPresent() ? " and kind = ?2" : "");
    Object[] values = Stream.concat(Stream.of(service), kind.stream()).toArray();
    return find(which + " order by at desc, id", values)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            found ->
                count(which, values)
                    .map(total -> Page.of(found, total, request).map(ChannelEvent::view)));
  }
}
