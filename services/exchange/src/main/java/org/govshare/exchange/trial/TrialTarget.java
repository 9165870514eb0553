package org.govshare.exchange.trial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.protocol.control.TrialPlan;

/**
 * What a second or later target of a service says of a trial. It is asked under a number of its
 * own, because two targets may be at one node.
 */
@Entity
@Table(name = "trial_target")
class TrialTarget {

  @Id private UUID id;
  private UUID trialId;
  private int targetNumber;
  private String place;
  private String plan;
  private String reason;

  /** For the persistence provider. */
  protected TrialTarget() {}

  TrialTarget(UUID trialId, int targetNumber, ServiceDraft.Target place) {
    this.id = UUID.randomUUID();
    this.trialId = trialId;
    this.targetNumber = targetNumber;
    this.place = JsonText.write(place);
  }

  UUID id() {
    return id;
  }

  UUID trialId() {
    return trialId;
  }

  ServiceDraft.Target place() {
    return JsonText.read(place, ServiceDraft.Target.class);
  }

  boolean planned() {
    return plan != null;
  }

  /** Takes the target's plan; the first answer stands. */
  void answered(TrialPlan how) {
    if (plan == null && reason == null) {
      plan = JsonText.write(how);
    }
  }

  /** Takes the target's word that it could not. */
  void failed(String why) {
    if (plan == null && reason == null) {
      reason = why;
    }
  }

  TrialView.Target view() {
    return TrialView.Target.of(
        targetNumber, place(), plan == null ? null : JsonText.read(plan, TrialPlan.class), reason);
  }
}
