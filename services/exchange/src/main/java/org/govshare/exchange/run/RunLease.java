package org.govshare.exchange.run;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When the leases of a run were last renewed. */
@Entity
@Table(name = "run_lease")
class RunLease {

  @Id private UUID runId;
  private Instant issuedAt;
  private Instant validUntil;

  /** For the persistence provider. */
  protected RunLease() {}

  RunLease(UUID runId) {
    this.runId = runId;
  }

  void renewed(Instant at, Instant until) {
    issuedAt = at;
    validUntil = until;
  }

  Instant issuedAt() {
    return issuedAt;
  }
}
