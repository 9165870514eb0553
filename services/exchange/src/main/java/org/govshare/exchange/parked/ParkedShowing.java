package org.govshare.exchange.parked;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.crypto.SealedText;

/** Parked rows on their way to one reader; only the reader can open them. */
@Entity
@Table(name = "parked_showing")
class ParkedShowing {

  @Id private UUID id;
  private UUID serviceId;
  private String node;
  private int targetNumber;
  private String sealedKey;
  private String sealedRows;
  private String reason;
  private String requestedBy;
  private Instant requestedAt;
  private Instant endedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected ParkedShowing() {}

  ParkedShowing(UUID serviceId, String node, int targetNumber, String requestedBy, Instant at) {
    this.id = UUID.randomUUID();
    this.serviceId = serviceId;
    this.node = node;
    this.targetNumber = targetNumber;
    this.requestedBy = requestedBy;
    this.requestedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  String node() {
    return node;
  }

  int targetNumber() {
    return targetNumber;
  }

  /** Whether one person has got rows to open. */
  boolean openedBy(String reader) {
    return sealedRows != null && requestedBy.equals(reader);
  }

  /** Takes the answer; the first one stands. */
  void answered(ParkedShown answer, Instant at) {
    if (endedAt == null) {
      endedAt = at;
      reason = answer.reason();
      if (answer.rows() != null) {
        sealedKey = answer.rows().key();
        sealedRows = answer.rows().content();
      }
    }
  }

  /** What one person sees of it. */
  ParkedShowingView view(String reader) {
    boolean own = openedBy(reader);
    return new ParkedShowingView(
        id,
        own ? new SealedText(sealedKey, sealedRows) : null,
        reason,
        requestedBy,
        requestedAt,
        endedAt);
  }
}
