package org.govshare.catalog.objection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.platform.identity.Caller;

/** 异议: a department says that a value is wrong. */
@Entity
@Table(name = "objection")
class Objection {

  @Id private UUID id;
  private UUID resourceId;
  private UUID itemId;
  private String providerDepartment;
  private String reporterDepartment;
  private String reportedBy;
  private String rowKey;
  private String foundValue;
  private String expectedValue;
  private String evidence;

  @Enumerated(EnumType.STRING)
  private ObjectionState state;

  private String answeredBy;
  private Instant answeredAt;
  private String answerNote;
  private Instant correctedAt;
  private boolean late;
  private int reopenings;
  private String arbitratedBy;
  private Instant arbitratedAt;
  private String arbitrationReason;
  private Instant createdAt;
  @Version private long revision;

  protected Objection() {}

  Objection(
      ObjectionInput input,
      InformationResource resource,
      DataItem item,
      String reporterDepartment,
      String reportedBy,
      Instant now) {
    this.id = UUID.randomUUID();
    this.resourceId = resource.id();
    this.itemId = item.id();
    this.providerDepartment = resource.departmentCode();
    this.reporterDepartment = reporterDepartment;
    this.reportedBy = reportedBy;
    this.rowKey = input.rowKey().strip();
    this.foundValue = input.foundValue();
    this.expectedValue = input.expectedValue();
    this.evidence = input.evidence().strip();
    this.state = ObjectionState.SUBMITTED;
    this.createdAt = now;
  }

  void answered(ObjectionState next, Answer answer, String by, boolean tooLate, Instant now) {
    state = next;
    answeredBy = by;
    answeredAt = now;
    answerNote = answer.note();
    correctedAt = answer.correctedAt();
    late = late || tooLate;
  }

  void informed(String more) {
    evidence = evidence + "\n\n" + more.strip();
    state = ObjectionState.SUBMITTED;
  }

  void confirmed() {
    state = ObjectionState.CONFIRMED;
  }

  /** The first time the provider looks again, the second time the authority decides. */
  void reopened() {
    reopenings++;
    state = reopenings == 1 ? ObjectionState.SUBMITTED : ObjectionState.IN_ARBITRATION;
  }

  void arbitrated(ObjectionState next, String by, String reason, Instant now) {
    state = next;
    arbitratedBy = by;
    arbitratedAt = now;
    arbitrationReason = reason;
  }

  boolean concerns(Caller caller) {
    return caller.isOf(providerDepartment) || caller.isOf(reporterDepartment);
  }

  UUID id() {
    return id;
  }

  UUID resourceId() {
    return resourceId;
  }

  UUID itemId() {
    return itemId;
  }

  String providerDepartment() {
    return providerDepartment;
  }

  String reporterDepartment() {
    return reporterDepartment;
  }

  /** Whether somebody reported or answered it. */
  boolean partial(String person) {
    return person.equals(reportedBy) || person.equals(answeredBy);
  }

  String reportedBy() {
    return reportedBy;
  }

  /** What the row holds, for the two departments alone. */
  ObjectionView.Row row() {
    return new ObjectionView.Row(rowKey, foundValue, expectedValue, evidence);
  }

  ObjectionState state() {
    return state;
  }

  ObjectionView.Answered answer() {
    return answeredBy == null
        ? null
        : new ObjectionView.Answered(answeredBy, answeredAt, answerNote, correctedAt);
  }

  boolean late() {
    return late;
  }

  int reopenings() {
    return reopenings;
  }

  ObjectionView.Arbitrated arbitration() {
    return arbitratedBy == null
        ? null
        : new ObjectionView.Arbitrated(arbitratedBy, arbitratedAt, arbitrationReason);
  }

  Instant createdAt() {
    return createdAt;
  }

  long revision() {
    return revision;
  }
}
