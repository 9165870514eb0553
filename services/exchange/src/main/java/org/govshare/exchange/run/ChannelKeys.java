package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.govshare.protocol.receipt.Receipt;

/** Remembers with which key each end signed a channel's receipts. */
@Singleton
class ChannelKeys implements PanacheRepositoryBase<ChannelKey, ChannelKey.Place> {

  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** The keys of some channels, in the order of their sequences. */
  Uni<List<ChannelKey>> of(Collection<UUID> channels) {
    return find(
            "place.channelId in ?1 order by place.channelId, place.node, place.fromSequence",
            channels)
        .list();
  }

  /** Both ends have signed a receipt that is in the chain now; the channel's row is held. */
  Uni<Void> signed(Receipt receipt, ReceiptSigners.Keys by) {
    return signed(receipt, receipt.sourceNode(), by.source())
        .chain(() -> signed(receipt, receipt.targetNode(), by.target()));
  }

  private Uni<Void> signed(Receipt receipt, String node, String key) {
    String place = receipt.channel() + " " + node;
    if (key.equals(known.get(place))) {
      return Uni.createFrom().voidItem();
    }
    return find(
            "place.channelId = ?1 and place.node = ?2 order by place.fromSequence desc",
            receipt.channel(),
            node)
        .firstResult()
        .chain(
            last -> {
              if (last != null && last.signingKey().equals(key)) {
                return Uni.createFrom().voidItem();
              }
              // Of chains from before this was kept, the first key that is known is the only one.
              long from = last == null ? 1 : receipt.sequence();
              return persist(new ChannelKey(receipt.channel(), node, from, key)).replaceWithVoid();
            })
        // What the transaction takes back is looked up once more, as nothing is found then.
        .invoke(() -> known.put(place, key));
  }
}
