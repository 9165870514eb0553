package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps the receipts in the chains. */
@Singleton
class ReceiptRepository implements PanacheRepositoryBase<StoredReceipt, StoredReceipt.Place> {

  Uni<String> digestAt(UUID channel, long sequence) {
    return find("place.channelId = ?1 and place.sequence = ?2", channel, sequence)
        .firstResult()
        .map(found -> found == null ? null : found.digest());
  }

  /** Receipts of a channel after a sequence and up to another, in order. */
  Uni<List<StoredReceipt>> between(UUID channel, long after, long last, int limit) {
    return find(
            "place.channelId = ?1 and place.sequence > ?2 and place.sequence <= ?3"
                + " order by place.sequence",
            channel,
            after,
            last)
        .range(0, limit - 1)
        .list();
  }

  Uni<Page<ReceiptView>> page(UUID run, PageRequest request) {
    Uni<List<StoredReceipt>> items =
        find("runId = ?1 order by place.sequence", run)
            .range(request.offset(), request.offset() + request.size() - 1)
            .list();
    return items.chain(
        found ->
            count("runId = ?1", run)
                .map(total -> Page.of(found, total, request).map(StoredReceipt::view)));
  }
}
