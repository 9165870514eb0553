package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;
import org.govshare.protocol.receipt.ChainExport;
import org.govshare.protocol.receipt.CountersignedKey;

/** The key with which a node signs a channel's receipts from a sequence on. */
@Entity
@Table(name = "channel_key")
class ChannelKey {

  /**
   * Its place.
   *
   * @param channelId the channel
   * @param node code of the node
   * @param fromSequence first receipt that it signed
   */
  @Embeddable
  record Place(UUID channelId, String node, long fromSequence) {}

  @EmbeddedId private Place place;
  private String signingKey;

  /** For the persistence provider. */
  protected ChannelKey() {}

  ChannelKey(UUID channel, String node, long from, String signingKey) {
    this.place = new Place(channel, node, from);
    this.signingKey = signingKey;
  }

  String node() {
    return place.node();
  }

  String signingKey() {
    return signingKey;
  }

  /** Whether the node signed with another key before. */
  boolean changed() {
    return place.fromSequence() > 1;
  }

  ChainExport.NodeKey line(CryptoSuite suite) {
    return new ChainExport.NodeKey(
        place.node(), PublicKeys.signingKey(suite, signingKey), place.fromSequence());
  }

  CountersignedKey countersigned(SigningKey centre) {
    return CountersignedKey.sign(
        centre, place.channelId(), place.node(), signingKey, place.fromSequence());
  }
}
