package org.govshare.catalog.campaign.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/** 依据: what a department's survey rests on. */
@Entity(name = "CampaignEvidence")
@Table(name = "campaign_evidence")
class Evidence {

  @Id private UUID id;
  private UUID campaignId;
  private String department;

  @Enumerated(EnumType.STRING)
  private EvidenceKind kind;

  private String title;
  private String description;
  private String createdBy;
  private Instant createdAt;
  @Version private long revision;

  protected Evidence() {}

  Evidence(UUID campaignId, String department, EvidenceInput input, String author, Instant now) {
    this.id = UUID.randomUUID();
    this.campaignId = campaignId;
    this.department = department;
    this.kind = input.kind();
    this.title = input.title().strip();
    this.description = input.description();
    this.createdBy = author;
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  UUID campaignId() {
    return campaignId;
  }

  String department() {
    return department;
  }

  long revision() {
    return revision;
  }

  EvidenceView view(DepartmentView name) {
    return new EvidenceView(
        id, campaignId, name, kind, title, description, createdBy, createdAt, revision);
  }
}
