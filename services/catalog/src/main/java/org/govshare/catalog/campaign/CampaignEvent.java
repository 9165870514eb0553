package org.govshare.catalog.campaign;

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

/** One event of a campaign: who did what, when and why. Never changed. */
@Entity
@Table(name = "campaign_event")
class CampaignEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID campaignId;
  private String department;

  @Enumerated(EnumType.STRING)
  private CampaignAction action;

  @Enumerated(EnumType.STRING)
  private CampaignStep step;

  private String actor;
  private String actorDepartment;
  private String remark;
  private Instant at;
  private String correlation;

  protected CampaignEvent() {}

  CampaignEvent(
      UUID campaignId,
      String department,
      CampaignAction action,
      CampaignStep step,
      Caller actor,
      String remark,
      Instant at) {
    this.campaignId = campaignId;
    this.department = department;
    this.action = action;
    this.step = step;
    this.actor = actor.name();
    this.actorDepartment = actor.department().orElse(null);
    this.remark = remark;
    this.at = at;
    this.correlation = Correlation.current();
  }

  CampaignEventView view() {
    return new CampaignEventView(action, department, step, actor, actorDepartment, remark, at);
  }
}
