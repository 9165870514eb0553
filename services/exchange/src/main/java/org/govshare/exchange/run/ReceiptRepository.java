package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
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

  /** Receipts of a run by channel and sequence; those of one channel if it is named. */
  Uni<Page<ReceiptView>> page(UUID run, UUID channel, PageRequest request) {
    Parameters values = Parameters.with("run", run);
    String where = "runId = :run";
    if (channel != null) {
      where += " and place.channelId = :channel";
      values.and("channel", channel);
    }
    String condition = where;
    return find(where + " order by place.channelId, place.sequence", values)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            found ->
                count(condition, values)
                    .map(total -> Page.of(found, total, request).map(StoredReceipt::view)));
  }
}
