package org.govshare.exchange.run;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.Design;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.receipt.Receipt;

/** An ordered sequence of frames and the head of its receipt chain. */
@Entity
@Table(name = "channel")
class Channel {

  @Id private UUID id;
  private UUID serviceId;
  private String route;
  private String cargo;
  private String sourceNode;
  private String targetNode;
  private long lastSequence;
  private byte[] head;
  private Instant createdAt;

  /** For the persistence provider. */
  protected Channel() {}

  /**
   * A channel that has carried nothing yet.
   *
   * @param cargo what it brings to which target
   * @param route the cargo and the lane
   */
  Channel(UUID id, UUID service, String cargo, String route, Design single, Instant at) {
    this.id = id;
    this.serviceId = service;
    this.cargo = cargo;
    this.route = route;
    this.sourceNode = single.source().node();
    this.targetNode = single.target().node();
    this.createdAt = at;
  }

  /** Names what goes from where to where; the same design of one target has the same cargo. */
  static String cargo(Design single) {
    return Digest.sha256(JsonText.write(single).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Names a lane of a cargo; the only one is named as the cargo is. */
  static String route(String cargo, int lane, int lanes) {
    return lanes == 1 ? cargo : cargo + "/" + lane + "-of-" + lanes;
  }

  /** Why a receipt does not follow the head, or {@code null} when it does. */
  String breakBefore(Receipt next) {
    return next.breakAfter(head == null ? null : Receipt.parse(head));
  }

  void advance(Receipt next) {
    lastSequence = next.sequence();
    head = next.content();
  }

  /** Digest of the last receipt; there must be one. */
  Digest headDigest() {
    return Receipt.parse(head).digest();
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  String sourceNode() {
    return sourceNode;
  }

  String targetNode() {
    return targetNode;
  }

  long lastSequence() {
    return lastSequence;
  }
}
