package org.govshare.catalog.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.task.FourEyes;

/** Nobody accepts the step of a campaign that they reported. */
@Singleton
class CampaignFourEyes implements FourEyes {

  private final ParticipantRepository participants;

  CampaignFourEyes(ParticipantRepository participants) {
    this.participants = participants;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.CAMPAIGN_STEP);
  }

  @Override
  public Uni<Set<UUID>> ownWork(Step step, Collection<UUID> objectIds, String person) {
    return participants
        .list(
            "id in ?1 and status = ?2 and reportedBy = ?3", objectIds, StepStatus.REPORTED, person)
        .map(
            (List<Participant> found) ->
                found.stream().map(Participant::id).collect(Collectors.toSet()));
  }
}
