package org.govshare.catalog.campaign;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WaitingStep;
import org.govshare.platform.identity.Caller;

/**
 * Puts the steps of a campaign into the to-do lists: of the department's editors while it works, of
 * the lead department's reviewers while its report waits. Their last days are those of the batch,
 * not a limit in working days.
 */
@Singleton
class CampaignTasks {

  private final Clocks clocks;
  private final BatchRepository batches;

  CampaignTasks(Clocks clocks, BatchRepository batches) {
    this.clocks = clocks;
    this.batches = batches;
  }

  /**
   * Departments have steps before them. Where a step waits already, only its last day is looked at
   * again.
   */
  Uni<Void> waitFor(Caller sender, Campaign campaign, Collection<Participant> participants) {
    return batches
        .of(List.of(campaign.id()))
        .map(
            found ->
                found.stream()
                    .map(CampaignBatch::view)
                    .collect(Collectors.toMap(BatchInput::number, Function.identity())))
        .chain(
            batch ->
                clocks.start(
                    participants.stream()
                        .filter(one -> one.status() != StepStatus.ACCEPTED)
                        .map(one -> waiting(campaign, one, batch.get(one.batch())).sentBy(sender))
                        .toList()));
  }

  /** What was waiting is done, and somebody else is to go on, if anything is left to do. */
  Uni<Void> passOn(Caller sender, Campaign campaign, Participant participant) {
    return clocks
        .stop(Step.CAMPAIGN_STEP, participant.id())
        .chain(() -> waitFor(sender, campaign, List.of(participant)));
  }

  /** Nothing is left to do for these departments. */
  Uni<Void> end(Collection<Participant> participants) {
    return participants.isEmpty()
        ? Uni.createFrom().voidItem()
        : clocks.stopAll(participants.stream().map(Participant::id).toList());
  }

  private static WaitingStep waiting(Campaign campaign, Participant participant, BatchInput batch) {
    boolean reported = participant.status() == StepStatus.REPORTED;
    return WaitingStep.of(
            Step.CAMPAIGN_STEP,
            participant.id(),
            campaign.name() + " · " + participant.step().label(),
            "/campaigns/" + campaign.id(),
            reported ? DEPARTMENT_REVIEWER : CATALOG_EDITOR)
        .in(reported ? campaign.leadDepartment() : participant.department())
        .until(batch.until(participant.step()));
  }
}
