package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.receipt.Receipt;

/** A receipt with good signatures that waits for an earlier one of its channel. */
@Entity
@Table(name = "waiting_receipt")
class WaitingReceipt {

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
  private UUID runId;
  private byte[] content;
  private byte[] targetSignature;
  private byte[] sourceSignature;
  private Instant receivedAt;

  /** For the persistence provider. */
  protected WaitingReceipt() {}

  WaitingReceipt(SignedReceipt signed, Instant receivedAt) {
    place = new Place(signed.receipt().channel(), signed.receipt().sequence());
    digest = signed.receipt().digest().toString();
    runId = signed.receipt().run();
    content = signed.receipt().content();
    targetSignature = signed.targetSignature();
    sourceSignature = signed.sourceSignature();
    this.receivedAt = receivedAt;
  }

  String digest() {
    return digest;
  }

  UUID runId() {
    return runId;
  }

  SignedReceipt signed() {
    return new SignedReceipt(Receipt.parse(content), targetSignature, sourceSignature);
  }
}
