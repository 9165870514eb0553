package org.govshare.catalog.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** 异议: an applicant objects to a refusal; the authority decides. */
@Entity
@Table(name = "request_objection")
class RequestObjection {

  /** Whose refusal it is about. */
  enum Stage {
    COMPLIANCE_CHECK,
    PROVIDER_DECISION
  }

  @Id private UUID id;
  private UUID requestId;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private String reason;
  private String raisedBy;
  private Instant raisedAt;

  @Enumerated(EnumType.STRING)
  private ObjectionOutcome outcome;

  private String decidedBy;
  private Instant decidedAt;
  private String remark;

  protected RequestObjection() {}

  RequestObjection(UUID requestId, Stage stage, String reason, String raisedBy, Instant now) {
    this.id = UUID.randomUUID();
    this.requestId = requestId;
    this.stage = stage;
    this.reason = reason.strip();
    this.raisedBy = raisedBy;
    this.raisedAt = now;
  }

  static Stage stageOf(AccessRequest request) {
    return request.decidedByProvider() ? Stage.PROVIDER_DECISION : Stage.COMPLIANCE_CHECK;
  }

  /** Whether it is the one a request waits with. */
  boolean at(AccessRequest request) {
    return stage == stageOf(request);
  }

  /** Whether somebody is a party to it: asked, objected, or refused at the check objected to. */
  boolean partial(String person, AccessRequest request) {
    return request.writtenBy(person)
        || person.equals(raisedBy)
        || (stage == Stage.COMPLIANCE_CHECK && person.equals(request.checkedBy()));
  }

  void decided(ObjectionOutcome as, String by, String why, Instant now) {
    outcome = as;
    decidedBy = by;
    remark = why;
    decidedAt = now;
  }

  UUID requestId() {
    return requestId;
  }

  Stage stage() {
    return stage;
  }

  RequestView.Objection view() {
    return new RequestView.Objection(
        stage.name(), reason, raisedBy, raisedAt, outcome, decidedBy, decidedAt, remark);
  }
}
