package org.govshare.catalog.campaign;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;

/** Who may see and add what a department shows for its work in a campaign. */
@Singleton
public class CampaignAccess {

  private final CampaignRepository campaigns;
  private final ParticipantRepository participants;

  CampaignAccess(CampaignRepository campaigns, ParticipantRepository participants) {
    this.campaigns = campaigns;
    this.participants = participants;
  }

  /**
   * To which department a caller's view of a campaign is confined.
   *
   * @return empty for those who accept the work: the lead department and the publisher; fails for a
   *     caller without a role in catalogues (403), and if there is no such campaign (404)
   */
  public Uni<Optional<String>> confinedTo(Caller caller, UUID campaign) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
    return campaigns
        .existing(campaign)
        .map(
            found ->
                caller.hasRole(CATALOG_PUBLISHER) || caller.isOf(found.leadDepartment())
                    ? Optional.empty()
                    : Optional.of(caller.requireAnyDepartment()));
  }

  /**
   * Refuses anybody but an editor of a department that is at work in an open campaign.
   *
   * @return fails with a problem (403, 404, 409)
   */
  public Uni<Void> toWork(Caller caller, UUID campaign, String department) {
    caller.requireRole(CATALOG_EDITOR);
    caller.requireDepartment(department);
    return campaigns
        .existing(campaign)
        .invoke(
            found -> {
              if (found.closed()) {
                throw new Conflict("campaign-closed", found.name());
              }
            })
        .chain(() -> participants.existing(campaign, department))
        .invoke(
            participant -> {
              if (participant.status() == StepStatus.ACCEPTED) {
                throw new Conflict(
                    "step-in-wrong-status", participant.status(), StepStatus.WORKING);
              }
            })
        .replaceWithVoid();
  }
}
