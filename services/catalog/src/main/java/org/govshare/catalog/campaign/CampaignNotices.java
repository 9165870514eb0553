package org.govshare.catalog.campaign;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;

/** Tells those whose turn it is. */
@Singleton
class CampaignNotices {

  private final Notices notices;
  private final DepartmentRepository departments;

  CampaignNotices(Notices notices, DepartmentRepository departments) {
    this.notices = notices;
    this.departments = departments;
  }

  /** A step waits for the lead department. */
  Uni<Void> reported(Campaign campaign, Participant participant) {
    return departments
        .findById(participant.department())
        .chain(
            department ->
                notices.tell(
                    new Notice(
                        NoticeKind.CAMPAIGN_STEP_REPORTED,
                        Recipients.role(campaign.leadDepartment(), DEPARTMENT_REVIEWER)
                            .and(Recipients.role(CATALOG_PUBLISHER)),
                        Map.of(
                            "campaign",
                            campaign.name(),
                            "department",
                            department.name(),
                            "step",
                            participant.step().word()),
                        link(campaign))));
  }

  /** A step was accepted or comes back. */
  Uni<Void> decided(
      Campaign campaign, Participant participant, CampaignStep step, Acceptance acceptance) {
    boolean accepted = acceptance.decision() == Acceptance.Decision.ACCEPT;
    return notices.tell(
        new Notice(
            accepted ? NoticeKind.CAMPAIGN_STEP_ACCEPTED : NoticeKind.CAMPAIGN_STEP_RETURNED,
            Recipients.role(participant.department(), CATALOG_EDITOR),
            Map.of(
                "campaign",
                campaign.name(),
                "step",
                step.word(),
                "remark",
                acceptance.remark() == null ? "" : acceptance.remark()),
            link(campaign)));
  }

  private static String link(Campaign campaign) {
    return "/campaigns/" + campaign.id();
  }
}
