package org.govshare.exchange.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.receipt.ChainExport;
import org.govshare.protocol.receipt.Receipt;

/** A receipt in its channel's chain. */
@Entity
@Table(name = "receipt")
class StoredReceipt {

  /**
   * Its place.
   *
   * @param channelId its channel
   * @param sequence its number there
   */
  @Embeddable
  record Place(UUID channelId, long sequence) {}

  @EmbeddedId private Place place;
  private UUID runId;

  @Enumerated(EnumType.STRING)
  private FrameKind kind;

  private long epoch;

  @Column(name = "row_count")
  private long rows;

  @Column(name = "byte_count")
  private long bytes;

  @Column(name = "wire_byte_count")
  private long wireBytes;

  private String frameDigest;
  private String digest;
  private String previousDigest;
  private Instant committedAt;
  private byte[] content;
  private byte[] targetSignature;
  private byte[] sourceSignature;
  private Instant receivedAt;

  /** For the persistence provider. */
  protected StoredReceipt() {}

  StoredReceipt(SignedReceipt signed, Instant receivedAt) {
    Receipt receipt = signed.receipt();
    place = new Place(receipt.channel(), receipt.sequence());
    runId = receipt.run();
    kind = receipt.kind();
    epoch = receipt.epoch().counter();
    rows = receipt.rows();
    bytes = receipt.bytes();
    wireBytes = receipt.wireBytes();
    frameDigest = receipt.frameDigest().toString();
    digest = receipt.digest().toString();
    previousDigest = receipt.previous().toString();
    committedAt = receipt.committedAt();
    content = receipt.content();
    targetSignature = signed.targetSignature();
    sourceSignature = signed.sourceSignature();
    this.receivedAt = receivedAt;
  }

  String digest() {
    return digest;
  }

  ChainExport.Signed signed() {
    return new ChainExport.Signed(content, targetSignature, sourceSignature);
  }

  ReceiptView view() {
    Base64.Encoder base64 = Base64.getEncoder();
    return new ReceiptView(
        place.channelId(),
        place.sequence(),
        kind,
        epoch,
        rows,
        bytes,
        wireBytes,
        frameDigest,
        digest,
        previousDigest,
        committedAt,
        receivedAt,
        base64.encodeToString(content),
        base64.encodeToString(targetSignature),
        base64.encodeToString(sourceSignature));
  }
}
