package org.govshare.catalog.campaign.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.attachment.AttachmentOwner;
import org.govshare.catalog.campaign.CampaignAccess;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;

/** The files of a piece of evidence go where it goes. */
@Singleton
class EvidenceAttachments implements AttachmentOwner {

  static final String KIND = "CAMPAIGN_EVIDENCE";

  private final EvidenceRepository evidence;
  private final CampaignAccess access;

  EvidenceAttachments(EvidenceRepository evidence, CampaignAccess access) {
    this.evidence = evidence;
    this.access = access;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> toRead(Caller caller, UUID ownerId) {
    return evidence
        .existing(ownerId)
        .chain(
            one ->
                access
                    .confinedTo(caller, one.campaignId())
                    .invoke(
                        own -> {
                          if (own.isPresent() && !own.get().equals(one.department())) {
                            throw new NotFound("evidence-not-found", ownerId);
                          }
                        }))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> toWrite(Caller caller, UUID ownerId) {
    return evidence
        .existing(ownerId)
        .chain(one -> access.toWork(caller, one.campaignId(), one.department()));
  }
}
