package org.govshare.catalog.campaign;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A batch of departments with their last days. */
@Entity
@Table(name = "campaign_batch")
class CampaignBatch {

  /** Which batch of which campaign. */
  @Embeddable
  record Key(UUID campaignId, int number) {}

  @EmbeddedId private Key key;
  private String name;
  private LocalDate planUntil;
  private LocalDate surveyUntil;
  private LocalDate generateUntil;
  private LocalDate reviewUntil;

  protected CampaignBatch() {}

  CampaignBatch(UUID campaignId, BatchInput input) {
    this.key = new Key(campaignId, input.number());
    this.name = input.name().strip();
    this.planUntil = input.planUntil();
    this.surveyUntil = input.surveyUntil();
    this.generateUntil = input.generateUntil();
    this.reviewUntil = input.reviewUntil();
  }

  BatchInput view() {
    return new BatchInput(key.number(), name, planUntil, surveyUntil, generateUntil, reviewUntil);
  }
}
