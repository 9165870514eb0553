package org.govshare.catalog.campaign;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.campaign.ParticipantView.Work;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Takes departments through the steps of a campaign. A department's editor reports a step; the lead
 * department's reviewer or the publisher accepts it or sends it back, and never one's own report.
 */
@Singleton
class ParticipationService {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final CampaignRepository campaigns;
  private final BatchRepository batches;
  private final ParticipantRepository participants;
  private final CampaignEventRepository events;
  private final CampaignNotices notices;
  private final CampaignTasks tasks;
  private final DepartmentRepository departments;
  private final Clock clock;

  ParticipationService(
      CampaignRepository campaigns,
      BatchRepository batches,
      ParticipantRepository participants,
      CampaignEventRepository events,
      CampaignNotices notices,
      CampaignTasks tasks,
      DepartmentRepository departments,
      Clock clock) {
    this.campaigns = campaigns;
    this.batches = batches;
    this.participants = participants;
    this.events = events;
    this.notices = notices;
    this.tasks = tasks;
    this.departments = departments;
    this.clock = clock;
  }

  /** How far all departments have come, and those on one page in detail. */
  @WithSession
  Uni<Progress> progress(Caller caller, UUID id, PageRequest page) {
    CampaignService.requireReader(caller);
    return campaigns
        .existing(id)
        .chain(() -> participants.of(id))
        .chain(
            all ->
                batchesOf(id)
                    .chain(
                        batch -> {
                          List<Participant> shown =
                              all.stream().skip(page.offset()).limit(page.size()).toList();
                          return views(id, shown, batch)
                              .map(views -> progress(all, batch, views, page));
                        }));
  }

  private Progress progress(
      List<Participant> all,
      Map<Integer, BatchInput> batch,
      List<ParticipantView> shown,
      PageRequest page) {
    List<Progress.StepCount> steps =
        Arrays.stream(CampaignStep.values())
            .map(
                step ->
                    new Progress.StepCount(
                        step,
                        all.stream()
                            .filter(one -> one.step() == step)
                            .filter(one -> one.status() != StepStatus.ACCEPTED)
                            .count()))
            .toList();
    return new Progress(
        steps,
        all.stream().filter(one -> one.status() == StepStatus.ACCEPTED).count(),
        all.stream().filter(one -> overdue(one, batch.get(one.batch()))).count(),
        Page.of(shown, all.size(), page));
  }

  @WithSession
  Uni<ParticipantView> read(Caller caller, UUID id, String department) {
    CampaignService.requireReader(caller);
    return campaigns
        .existing(id)
        .chain(() -> participants.existing(id, department))
        .chain(participant -> view(id, participant));
  }

  /** Reports the department's step as done; what the step is about must be there. */
  @WithTransaction
  Uni<ParticipantView> report(
      Caller caller, UUID id, String department, ExpectedVersion expected, Report report) {
    caller.requireRole(CATALOG_EDITOR);
    caller.requireDepartment(department);
    report.check();
    return open(id)
        .chain(
            campaign ->
                participants
                    .locked(id, department)
                    .invoke(participant -> expected.check(participant.revision()))
                    .invoke(
                        participant ->
                            requireStatus(participant, StepStatus.WORKING, StepStatus.RETURNED))
                    .call(participant -> complete(id, participant))
                    .invoke(participant -> participant.report(caller.name(), clock.instant()))
                    .call(
                        participant ->
                            event(
                                caller,
                                campaign,
                                participant,
                                CampaignAction.REPORT,
                                participant.step(),
                                report.remark()))
                    .call(participant -> tasks.passOn(caller, campaign, participant))
                    .call(participant -> notices.reported(campaign, participant)))
        .chain(participant -> flushed(id, participant));
  }

  /** Accepts the step a department has reported, or sends it back. */
  @WithTransaction
  Uni<ParticipantView> decide(
      Caller caller, UUID id, String department, ExpectedVersion expected, Acceptance acceptance) {
    caller.requireRole(DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
    acceptance.check();
    return open(id)
        .invoke(campaign -> requireLead(caller, campaign))
        .chain(
            campaign ->
                participants
                    .locked(id, department)
                    .invoke(participant -> expected.check(participant.revision()))
                    .invoke(participant -> requireStatus(participant, StepStatus.REPORTED))
                    .invoke(
                        participant -> {
                          if (caller.name().equals(participant.reportedBy())) {
                            throw new Forbidden("own-work");
                          }
                        })
                    .call(participant -> decide(caller, campaign, participant, acceptance)))
        .chain(participant -> flushed(id, participant));
  }

  private Uni<Void> decide(
      Caller caller, Campaign campaign, Participant participant, Acceptance acceptance) {
    CampaignStep step = participant.step();
    boolean accepted = acceptance.decision() == Acceptance.Decision.ACCEPT;
    if (accepted) {
      participant.accept();
    } else {
      participant.sendBack();
    }
    return event(
            caller,
            campaign,
            participant,
            accepted ? CampaignAction.ACCEPT : CampaignAction.RETURN,
            step,
            acceptance.remark())
        .chain(() -> tasks.passOn(caller, campaign, participant))
        .chain(() -> notices.decided(campaign, participant, step, acceptance));
  }

  private static void requireLead(Caller caller, Campaign campaign) {
    if (!caller.hasRole(CATALOG_PUBLISHER)) {
      caller.requireDepartment(campaign.leadDepartment());
    }
  }

  private Uni<Campaign> open(UUID id) {
    return campaigns
        .existing(id)
        .invoke(
            campaign -> {
              if (campaign.closed()) {
                throw new Conflict("campaign-closed", campaign.name());
              }
            });
  }

  private static void requireStatus(Participant participant, StepStatus... needed) {
    if (!List.of(needed).contains(participant.status())) {
      throw new Conflict("step-in-wrong-status", participant.status(), List.of(needed));
    }
  }

  /** A survey leaves evidence, generation leaves resources, review leaves none unfinished. */
  private Uni<Void> complete(UUID id, Participant participant) {
    return participants
        .work(id, List.of(participant.department()))
        .map(all -> all.getOrDefault(participant.department(), Work.NONE))
        .invoke(
            work -> {
              switch (participant.step()) {
                case PLAN -> {}
                case SURVEY -> require(work.evidence() > 0, "survey-without-evidence");
                case GENERATE -> require(work.resources() > 0, "campaign-without-resources");
                case REVIEW -> {
                  require(work.resources() > 0, "campaign-without-resources");
                  require(work.drafts() + work.inReview() == 0, "resources-not-reviewed");
                }
              }
            })
        .replaceWithVoid();
  }

  private static void require(boolean there, String code) {
    if (!there) {
      throw new Conflict(code);
    }
  }

  private Uni<Void> event(
      Caller caller,
      Campaign campaign,
      Participant participant,
      CampaignAction action,
      CampaignStep step,
      String remark) {
    return events
        .persist(
            new CampaignEvent(
                campaign.id(),
                participant.department(),
                action,
                step,
                caller,
                remark,
                clock.instant()))
        .replaceWithVoid();
  }

  private Uni<ParticipantView> flushed(UUID id, Participant participant) {
    return participants.flush().chain(() -> view(id, participant));
  }

  private Uni<ParticipantView> view(UUID id, Participant participant) {
    return batchesOf(id)
        .chain(batch -> views(id, List.of(participant), batch))
        .map(views -> views.get(0));
  }

  private Uni<Map<Integer, BatchInput>> batchesOf(UUID id) {
    return batches
        .of(List.of(id))
        .map(
            all ->
                all.stream()
                    .map(CampaignBatch::view)
                    .collect(Collectors.toMap(BatchInput::number, Function.identity())));
  }

  private Uni<List<ParticipantView>> views(
      UUID id, List<Participant> shown, Map<Integer, BatchInput> batch) {
    return departments
        .byCode()
        .chain(
            names ->
                participants
                    .work(id, shown.stream().map(Participant::department).toList())
                    .map(
                        work ->
                            shown.stream()
                                .map(
                                    one ->
                                        view(
                                            one,
                                            batch.get(one.batch()),
                                            names.get(one.department()),
                                            work.getOrDefault(one.department(), Work.NONE)))
                                .toList()));
  }

  private ParticipantView view(
      Participant participant, BatchInput batch, DepartmentView department, Work work) {
    return new ParticipantView(
        department,
        participant.batch(),
        participant.step(),
        participant.status(),
        batch.until(participant.step()),
        overdue(participant, batch),
        participant.reportedBy(),
        participant.reportedAt(),
        work,
        participant.revision());
  }

  private boolean overdue(Participant participant, BatchInput batch) {
    return participant.status() != StepStatus.ACCEPTED
        && batch.until(participant.step()).isBefore(LocalDate.now(clock.withZone(ZONE)));
  }
}
