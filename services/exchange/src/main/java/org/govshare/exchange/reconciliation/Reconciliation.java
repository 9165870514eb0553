package org.govshare.exchange.reconciliation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.control.Side;

/** One comparison of both ends. */
@Entity
@Table(name = "reconciliation")
class Reconciliation {

  @Id private UUID id;
  private UUID runId;
  private int targetNumber;

  @Enumerated(EnumType.STRING)
  private ReconciliationState state;

  private Long sourceRows;
  private String sourceDigest;
  private Long targetRows;
  private String targetDigest;
  private String reason;
  private String requestedBy;
  private Instant requestedAt;
  private Instant endedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected Reconciliation() {}

  Reconciliation(UUID id, UUID runId, int targetNumber, String requestedBy, Instant at) {
    this.id = id;
    this.runId = runId;
    this.targetNumber = targetNumber;
    this.state = ReconciliationState.PENDING;
    this.requestedBy = requestedBy;
    this.requestedAt = at;
  }

  UUID runId() {
    return runId;
  }

  int targetNumber() {
    return targetNumber;
  }

  /** Takes an end's answer; the first one stands. */
  void answered(Side side, long rows, String digest, Instant at) {
    if (side == Side.SOURCE && sourceRows == null) {
      sourceRows = rows;
      sourceDigest = digest;
    } else if (side == Side.TARGET && targetRows == null) {
      targetRows = rows;
      targetDigest = digest;
    }
    if (state == ReconciliationState.PENDING && sourceRows != null && targetRows != null) {
      boolean same = sourceRows.equals(targetRows) && sourceDigest.equals(targetDigest);
      state = same ? ReconciliationState.EQUAL : ReconciliationState.DIFFERENT;
      endedAt = at;
    }
  }

  void failed(Side side, String why, String inWords, Instant at) {
    if (state == ReconciliationState.PENDING) {
      state = ReconciliationState.FAILED;
      reason = side + ": " + why + (inWords == null ? "" : ": " + inWords);
      endedAt = at;
    }
  }

  ReconciliationView view() {
    return new ReconciliationView(
        id,
        runId,
        targetNumber,
        state,
        ReconciliationView.End.of(sourceRows, sourceDigest),
        ReconciliationView.End.of(targetRows, targetDigest),
        reason,
        requestedBy,
        requestedAt,
        endedAt);
  }
}
