package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and keeps the receipts that wait. */
@Singleton
class WaitingReceiptRepository
    implements PanacheRepositoryBase<WaitingReceipt, WaitingReceipt.Place> {

  Uni<WaitingReceipt> at(UUID channel, long sequence) {
    return find("place.channelId = ?1 and place.sequence = ?2", channel, sequence).firstResult();
  }

  /** Those of the runs that have a receipt waiting. */
  Uni<Set<UUID>> among(Collection<UUID> runs) {
    if (runs.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return list("runId in ?1", runs)
        .map(found -> found.stream().map(WaitingReceipt::runId).collect(Collectors.toSet()));
  }
}
