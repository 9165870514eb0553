package org.govshare.catalog.campaign;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A department in a campaign, and how far it has come. */
@Entity
@Table(name = "campaign_participant")
class Participant {

  /** Which department in which campaign. */
  @Embeddable
  record Key(UUID campaignId, String department) {}

  @EmbeddedId private Key key;
  private UUID id;
  private int batch;

  @Enumerated(EnumType.STRING)
  private CampaignStep step;

  @Enumerated(EnumType.STRING)
  private StepStatus status;

  private String reportedBy;
  private Instant reportedAt;
  @Version private long revision;

  protected Participant() {}

  Participant(UUID campaignId, String department, int batch) {
    this.key = new Key(campaignId, department);
    this.id = UUID.randomUUID();
    this.batch = batch;
    this.step = CampaignStep.PLAN;
    this.status = StepStatus.WORKING;
  }

  void moveTo(int number) {
    batch = number;
  }

  void report(String reporter, Instant now) {
    status = StepStatus.REPORTED;
    reportedBy = reporter;
    reportedAt = now;
  }

  /** Goes on to the next step, or is done. */
  void accept() {
    if (step.last()) {
      status = StepStatus.ACCEPTED;
    } else {
      step = step.next();
      status = StepStatus.WORKING;
    }
  }

  void sendBack() {
    status = StepStatus.RETURNED;
  }

  /** Whether it has not begun yet. */
  boolean untouched() {
    return step == CampaignStep.PLAN && status == StepStatus.WORKING && reportedBy == null;
  }

  /** What its tasks are found by. */
  UUID id() {
    return id;
  }

  String department() {
    return key.department();
  }

  int batch() {
    return batch;
  }

  CampaignStep step() {
    return step;
  }

  StepStatus status() {
    return status;
  }

  String reportedBy() {
    return reportedBy;
  }

  Instant reportedAt() {
    return reportedAt;
  }

  long revision() {
    return revision;
  }
}
