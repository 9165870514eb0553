package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.receipt.CountersignedHead;

/** A head of a channel's receipts that the exchange has countersigned. */
@Entity
@Table(name = "channel_head")
class ChannelHead {

  /**
   * Its place.
   *
   * @param channelId its channel
   * @param sequence its number there
   */
  @Embeddable
  record Place(UUID channelId, long sequence) {}

  @EmbeddedId private Place place;
  private String digest;
  private Instant signedAt;
  private String keyId;
  private byte[] signature;

  /** For the persistence provider. */
  protected ChannelHead() {}

  ChannelHead(CountersignedHead head) {
    place = new Place(head.channel(), head.sequence());
    digest = head.digest().toString();
    signedAt = head.signedAt();
    keyId = head.keyId();
    signature = head.signature();
  }

  CountersignedHead signed() {
    return new CountersignedHead(
        place.channelId(), place.sequence(), Digest.parse(digest), signedAt, keyId, signature);
  }

  ChannelHeadView view() {
    return new ChannelHeadView(
        place.channelId(),
        place.sequence(),
        digest,
        signedAt,
        keyId,
        Base64.getEncoder().encodeToString(signature));
  }
}
