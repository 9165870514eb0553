package org.govshare.catalog.demand;

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

/** One step of a demand: who took it, when and why. Never changed. */
@Entity
@Table(name = "demand_step")
class DemandStep {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID demandId;

  @Enumerated(EnumType.STRING)
  private DemandAction action;

  @Enumerated(EnumType.STRING)
  private DemandState fromState;

  @Enumerated(EnumType.STRING)
  private DemandState toState;

  private String actor;
  private String department;
  private String remark;
  private Instant at;
  private String correlation;

  protected DemandStep() {}

  DemandStep(
      Demand demand,
      DemandAction action,
      DemandState from,
      Caller caller,
      String remark,
      Instant at) {
    this.demandId = demand.id();
    this.action = action;
    this.fromState = from;
    this.toState = demand.state();
    this.actor = caller.name();
    this.department = caller.department().orElse(null);
    this.remark = remark;
    this.at = at;
    this.correlation = Correlation.current();
  }

  DemandStepView view() {
    return new DemandStepView(action, fromState, toState, actor, department, remark, at);
  }
}
