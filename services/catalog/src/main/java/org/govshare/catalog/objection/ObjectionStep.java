package org.govshare.catalog.objection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.identity.Caller;

/** One step of an objection: who took it, when and why. Never changed. */
@Entity
@Table(name = "objection_step")
class ObjectionStep {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID objectionId;

  @Enumerated(EnumType.STRING)
  private ObjectionAction action;

  @Enumerated(EnumType.STRING)
  private ObjectionState fromState;

  @Enumerated(EnumType.STRING)
  private ObjectionState toState;

  private String actor;
  private String department;
  private String remark;
  private Instant at;
  private String correlation;

  protected ObjectionStep() {}

  ObjectionStep(
      Objection objection,
      ObjectionAction action,
      ObjectionState from,
      Caller caller,
      String remark,
      Instant at) {
    this.objectionId = objection.id();
    this.action = action;
    this.fromState = from;
    this.toState = objection.state();
    this.actor = caller.name();
    this.department = caller.department().orElse(null);
    this.remark = remark;
    this.at = at;
    this.correlation = Correlation.current();
  }

  StepView view() {
    return new StepView(action, fromState, toState, actor, department, remark, at);
  }
}
