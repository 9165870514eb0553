package org.govshare.catalog.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One decision on a candidate. It is never changed; another one follows it. */
@Entity
@Table(name = "authority_decision")
class Decision {

  @Id private UUID id;
  private UUID candidateId;
  private int number;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String departmentCode;
  private UUID seriesId;
  private String itemName;
  private String reason;
  private String decidedBy;
  private Instant decidedAt;

  protected Decision() {}

  Decision(
      UUID candidateId, int number, DecisionInput input, Source source, String by, Instant now) {
    this.id = UUID.randomUUID();
    this.candidateId = candidateId;
    this.number = number;
    this.verdict = input.verdict();
    if (source != null) {
      this.departmentCode = source.departmentCode();
      this.seriesId = source.seriesId();
      this.itemName = source.itemName();
    }
    this.reason = input.reason().strip();
    this.decidedBy = by;
    this.decidedAt = now;
  }

  DecisionView view() {
    return new DecisionView(
        number, verdict, departmentCode, seriesId, itemName, reason, decidedBy, decidedAt);
  }

  /** The item that a decision names. */
  record Source(String departmentCode, UUID seriesId, String itemName) {}
}
