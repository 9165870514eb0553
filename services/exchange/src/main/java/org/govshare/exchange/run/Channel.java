package org.govshare.exchange.run;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceView;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.receipt.Receipt;

/** An ordered sequence of frames and the head of its receipt chain. */
@Entity
@Table(name = "channel")
class Channel {

  @Id private UUID id;
  private UUID serviceId;
  private String route;
  private String sourceNode;
  private String targetNode;
  private long lastSequence;
  private byte[] head;
  private Instant createdAt;

  /** For the persistence provider. */
  protected Channel() {}

  Channel(UUID id, ServiceView service, Instant at) {
    this.id = id;
    this.serviceId = service.id();
    this.route = route(service.design());
    this.sourceNode = service.source().node();
    this.targetNode = service.target().node();
    this.createdAt = at;
  }

  /** Names what goes from where to where; the same design has the same route. */
  static String route(Design design) {
    return Digest.sha256(JsonText.write(design).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Why a receipt does not follow the head, or {@code null} when it does. */
  String breakBefore(Receipt next) {
    return next.breakAfter(head == null ? null : Receipt.parse(head));
  }

  void advance(Receipt next) {
    lastSequence = next.sequence();
    head = next.content();
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
