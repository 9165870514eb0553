package org.govshare.exchange.parked;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A decision to give parked rows up: who took it, and why. */
@Entity
@Table(name = "parked_order")
class ParkedOrder {

  @Id private UUID id;
  private UUID serviceId;
  private UUID runId;
  private String reason;
  private String grounds;
  private long rowCount;
  private String orderedBy;
  private Instant orderedAt;

  /** For the persistence provider. */
  protected ParkedOrder() {}

  ParkedOrder(UUID serviceId, Discarding order, long rows, String by, Instant at) {
    this.id = UUID.randomUUID();
    this.serviceId = serviceId;
    this.runId = order.runId();
    this.reason = order.reason();
    this.grounds = order.grounds().strip();
    this.rowCount = rows;
    this.orderedBy = by;
    this.orderedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  ParkedOrderView view() {
    return new ParkedOrderView(id, runId, reason, grounds, rowCount, orderedBy, orderedAt);
  }
}
