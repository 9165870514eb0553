package org.govshare.exchange.node;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads and keeps the keys that nodes have changed. */
@Singleton
class FormerKeyRepository implements PanacheRepositoryBase<StoredFormerKey, StoredFormerKey.Place> {

  /** A node's former keys, the latest first. */
  Uni<List<FormerKey>> of(String node) {
    return find("place.node = ?1 order by replacedAt desc", node)
        .list()
        .map(found -> found.stream().map(StoredFormerKey::shown).toList());
  }

  /** What a node has signed with former keys counts no longer. */
  Uni<Void> forget(String node) {
    return delete("place.node = ?1", node).replaceWithVoid();
  }
}
