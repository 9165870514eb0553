package org.govshare.catalog.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.catalog.resource.ResourceInput;
import org.govshare.catalog.resource.ResourceRule;
import org.govshare.platform.problem.InvalidInput;

/** A resource names only a campaign in which its department takes part. */
@Singleton
class CampaignRule implements ResourceRule {

  private final ParticipantRepository participants;

  CampaignRule(ParticipantRepository participants) {
    this.participants = participants;
  }

  @Override
  public Uni<Void> check(String department, ResourceInput input) {
    if (input.campaignId() == null) {
      return Uni.createFrom().voidItem();
    }
    return participants
        .findById(new Participant.Key(input.campaignId(), department))
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidInput("campaignId", "not-a-participant", input.campaignId()))
        .replaceWithVoid();
  }
}
