package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.crypto.SealedForNode;

/** Keys of the rows that a run sends again to a target; only the source's node can open them. */
@Entity
@Table(name = "replay_keys")
class ReplayKeys {

  /**
   * For what they are.
   *
   * @param runId the run
   * @param targetNumber which target of the run's design, from 1
   */
  @Embeddable
  record Place(UUID runId, int targetNumber) {}

  @EmbeddedId private Place place;
  private int keyCount;
  private String sealedKey;
  private String sealedKeys;

  /** For the persistence provider. */
  protected ReplayKeys() {}

  ReplayKeys(Place place, ParkedSealed answer) {
    this.place = place;
    this.keyCount = answer.count();
    this.sealedKey = answer.keys().key();
    this.sealedKeys = answer.keys().content();
  }

  int targetNumber() {
    return place.targetNumber();
  }

  int count() {
    return keyCount;
  }

  SealedForNode sealed() {
    return new SealedForNode(sealedKey, sealedKeys);
  }
}
