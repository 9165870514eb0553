package org.govshare.catalog.campaign;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
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

  CampaignTasks(Clocks clocks) {
    this.clocks = clocks;
  }

  /** Departments are to work on their steps. */
  Uni<Void> work(Caller sender, Campaign campaign, Collection<Participant> participants) {
    return clocks.start(
        participants.stream()
            .map(one -> waiting(campaign, one, CATALOG_EDITOR, one.department()).sentBy(sender))
            .toList());
  }

  /** What was waiting is done, and somebody else is to go on, if anything is left to do. */
  Uni<Void> passOn(Caller sender, Campaign campaign, Participant participant) {
    return clocks
        .stop(Step.CAMPAIGN_STEP, participant.id())
        .chain(
            () ->
                switch (participant.status()) {
                  case WORKING, RETURNED -> work(sender, campaign, List.of(participant));
                  case REPORTED ->
                      clocks.start(
                          waiting(
                                  campaign,
                                  participant,
                                  DEPARTMENT_REVIEWER,
                                  campaign.leadDepartment())
                              .sentBy(sender));
                  case ACCEPTED -> Uni.createFrom().voidItem();
                });
  }

  /** Nothing is left to do for these departments. */
  Uni<Void> end(Collection<Participant> participants) {
    return participants.isEmpty()
        ? Uni.createFrom().voidItem()
        : clocks.stopAll(participants.stream().map(Participant::id).toList());
  }

  private static WaitingStep waiting(
      Campaign campaign, Participant participant, String role, String department) {
    return WaitingStep.of(
            Step.CAMPAIGN_STEP,
            participant.id(),
            campaign.name() + " · " + participant.step().label(),
            "/campaigns/" + campaign.id(),
            role)
        .in(department);
  }
}
