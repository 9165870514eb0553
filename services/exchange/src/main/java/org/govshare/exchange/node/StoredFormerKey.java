package org.govshare.exchange.node;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** Keys that a node has changed. */
@Entity
@Table(name = "former_node_key")
class StoredFormerKey {

  /**
   * Its place.
   *
   * @param node code of the node
   * @param keyId fingerprint of the signing key
   */
  @Embeddable
  record Place(String node, String keyId) {}

  @EmbeddedId private Place place;
  private String signingKey;
  private String gmSigningKey;
  private Instant replacedAt;

  /** For the persistence provider. */
  protected StoredFormerKey() {}

  StoredFormerKey(RegisteredNode node, Instant replacedAt) {
    this.place = new Place(node.code(), node.keyId());
    this.signingKey = node.signingKey();
    this.gmSigningKey = node.gmSigningKey();
    this.replacedAt = replacedAt;
  }

  FormerKey shown() {
    return new FormerKey(place.keyId(), signingKey, gmSigningKey, replacedAt);
  }
}
