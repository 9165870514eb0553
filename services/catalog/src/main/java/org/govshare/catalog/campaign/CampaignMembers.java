package org.govshare.catalog.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which departments may name a campaign in their resources. */
@Singleton
public class CampaignMembers {

  private final ParticipantRepository participants;

  CampaignMembers(ParticipantRepository participants) {
    this.participants = participants;
  }

  /** Codes of the departments that take part; none if there is no such campaign. */
  public Uni<Set<String>> of(UUID campaign) {
    return participants
        .of(campaign)
        .map(all -> all.stream().map(Participant::department).collect(Collectors.toSet()));
  }
}
