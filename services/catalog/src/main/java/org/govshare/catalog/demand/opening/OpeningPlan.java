package org.govshare.catalog.demand.opening;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a department plans for a resource, in all its versions. */
@Entity
@Table(name = "opening_plan")
class OpeningPlan {

  @Id private UUID seriesId;

  @Enumerated(EnumType.STRING)
  private OpeningStatus status;

  private LocalDate plannedBy;
  private String reason;

  @Enumerated(EnumType.STRING)
  private OpeningReview review;

  private String editedBy;
  private Instant editedAt;
  private String reviewedBy;
  private Instant reviewedAt;
  private String remark;
  private long revision;

  protected OpeningPlan() {}

  OpeningPlan(UUID seriesId) {
    this.seriesId = seriesId;
  }

  /** What a department wrote waits for the authority again. */
  void write(PlanInput input, String editor, Instant now) {
    status = input.status();
    plannedBy = input.plannedBy();
    reason = input.reason();
    review = OpeningReview.PENDING;
    editedBy = editor;
    editedAt = now;
    reviewedBy = null;
    reviewedAt = null;
    remark = null;
    // Counted here, so that the first version of a plan differs from having none.
    revision++;
  }

  void reviewed(OpeningReview outcome, String by, String why, Instant now) {
    review = outcome;
    reviewedBy = by;
    reviewedAt = now;
    remark = why;
    revision++;
  }

  UUID seriesId() {
    return seriesId;
  }

  LocalDate plannedBy() {
    return plannedBy;
  }

  String reason() {
    return reason;
  }

  OpeningReview review() {
    return review;
  }

  String editedBy() {
    return editedBy;
  }

  Instant editedAt() {
    return editedAt;
  }

  String reviewedBy() {
    return reviewedBy;
  }

  Instant reviewedAt() {
    return reviewedAt;
  }

  String remark() {
    return remark;
  }

  long revision() {
    return revision;
  }
}
