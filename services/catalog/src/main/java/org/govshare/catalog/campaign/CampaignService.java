package org.govshare.catalog.campaign;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Plans campaigns. The publisher writes; editors, reviewers and the publisher read. */
@Singleton
class CampaignService {

  private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

  private final CampaignRepository campaigns;
  private final BatchRepository batches;
  private final ParticipantRepository participants;
  private final CampaignEventRepository events;
  private final CampaignTasks tasks;
  private final DepartmentRepository departments;
  private final CategoryRepository categories;
  private final Clock clock;

  CampaignService(
      CampaignRepository campaigns,
      BatchRepository batches,
      ParticipantRepository participants,
      CampaignEventRepository events,
      CampaignTasks tasks,
      DepartmentRepository departments,
      CategoryRepository categories,
      Clock clock) {
    this.campaigns = campaigns;
    this.batches = batches;
    this.participants = participants;
    this.events = events;
    this.tasks = tasks;
    this.departments = departments;
    this.categories = categories;
    this.clock = clock;
  }

  static void requireReader(Caller caller) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
  }

  @WithSession
  Uni<Page<CampaignView>> page(
      Caller caller, String category, String department, Boolean closed, PageRequest request) {
    requireReader(caller);
    return campaigns.page(category, department, closed, request).chain(this::views);
  }

  private Uni<Page<CampaignView>> views(Page<Campaign> page) {
    Map<UUID, CampaignView> views = new HashMap<>();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Campaign campaign : page.items()) {
      all =
          all.chain(() -> view(campaign))
              .invoke(view -> views.put(view.id(), view))
              .replaceWithVoid();
    }
    return all.map(ignored -> page.map(campaign -> views.get(campaign.id())));
  }

  @WithSession
  Uni<CampaignView> read(Caller caller, UUID id) {
    requireReader(caller);
    return campaigns.existing(id).chain(this::view);
  }

  @WithSession
  Uni<Page<CampaignEventView>> events(Caller caller, UUID id, String department, PageRequest page) {
    requireReader(caller);
    return campaigns
        .existing(id)
        .chain(() -> events.of(id, department, page))
        .map(found -> found.map(CampaignEvent::view));
  }

  @WithTransaction
  Uni<CampaignView> create(Caller caller, CampaignInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return consistent(null, input)
        .map(ignored -> new Campaign(input, caller.name(), clock.instant()))
        .chain(campaigns::persistAndFlush)
        .call(campaign -> write(caller, campaign, List.of(), input))
        .call(campaign -> event(caller, campaign, CampaignAction.CREATE, null))
        .chain(this::view);
  }

  @WithTransaction
  Uni<CampaignView> change(Caller caller, UUID id, ExpectedVersion expected, CampaignInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return open(id, expected)
        .call(() -> consistent(id, input))
        .invoke(campaign -> campaign.write(input, clock.instant()))
        .call(campaigns::flush)
        .call(
            campaign ->
                participants.of(id).chain(existing -> write(caller, campaign, existing, input)))
        .call(campaign -> event(caller, campaign, CampaignAction.CHANGE, null))
        .chain(this::view);
  }

  /** Ends a campaign, whether every department is done or not. */
  @WithTransaction
  Uni<CampaignView> close(Caller caller, UUID id, ExpectedVersion expected, Report remark) {
    caller.requireRole(CATALOG_PUBLISHER);
    remark.check();
    return open(id, expected)
        .invoke(campaign -> campaign.close(caller.name(), clock.instant()))
        .call(campaigns::flush)
        .call(() -> participants.of(id).chain(tasks::end))
        .call(campaign -> event(caller, campaign, CampaignAction.CLOSE, remark.remark()))
        .chain(this::view);
  }

  private Uni<Campaign> open(UUID id, ExpectedVersion expected) {
    return campaigns
        .locked(id)
        .invoke(campaign -> expected.check(campaign.revision()))
        .invoke(
            campaign -> {
              if (campaign.closed()) {
                throw new Conflict("campaign-closed", campaign.name());
              }
            });
  }

  private Uni<Void> consistent(UUID id, CampaignInput input) {
    return campaigns
        .named(input.name().strip())
        .invoke(
            other -> {
              if (other != null && !other.id().equals(id)) {
                throw new InvalidInput("name", "duplicate", input.name());
              }
            })
        .chain(() -> categories.named("categoryCode", input.categoryCode()))
        .chain(() -> departments.named("leadDepartment", input.leadDepartment()))
        .chain(departments::byCode)
        .invoke(
            known -> {
              InputChecks checks = new InputChecks();
              for (int i = 0; i < input.participants().size(); i++) {
                String code = input.participants().get(i).department();
                checks.that(
                    known.containsKey(code),
                    "participants[" + i + "].department",
                    "unknown-department",
                    code);
              }
              checks.done();
            })
        .replaceWithVoid();
  }

  /** Batches are replaced; a department that has begun its work stays in the campaign. */
  private Uni<Void> write(
      Caller caller, Campaign campaign, List<Participant> existing, CampaignInput input) {
    Map<String, Integer> asked =
        input.participants().stream()
            .collect(Collectors.toMap(ParticipantInput::department, ParticipantInput::batch));
    List<Participant> gone =
        existing.stream().filter(one -> !asked.containsKey(one.department())).toList();
    gone.stream()
        .filter(one -> !one.untouched())
        .findFirst()
        .ifPresent(
            one -> {
              throw new Conflict("participant-has-begun", one.department());
            });
    existing.stream()
        .filter(one -> asked.containsKey(one.department()))
        .forEach(one -> one.moveTo(asked.remove(one.department())));
    List<Participant> added =
        asked.entrySet().stream()
            .map(one -> new Participant(campaign.id(), one.getKey(), one.getValue()))
            .toList();
    List<CampaignBatch> written =
        input.batches().stream().map(batch -> new CampaignBatch(campaign.id(), batch)).toList();
    Uni<Void> removed = Uni.createFrom().voidItem();
    for (Participant one : gone) {
      removed = removed.chain(() -> participants.delete(one));
    }
    return removed
        .chain(() -> batches.replace(campaign.id(), written))
        .chain(() -> added.isEmpty() ? NOTHING : participants.persist(added))
        .chain(participants::flush)
        .chain(() -> tasks.end(gone))
        .chain(() -> participants.of(campaign.id()))
        .chain(all -> tasks.waitFor(caller, campaign, all));
  }

  private Uni<Void> event(Caller caller, Campaign campaign, CampaignAction action, String remark) {
    return events
        .persist(
            new CampaignEvent(campaign.id(), null, action, null, caller, remark, clock.instant()))
        .replaceWithVoid();
  }

  private Uni<CampaignView> view(Campaign campaign) {
    return categories
        .findById(campaign.categoryCode())
        .chain(
            category ->
                departments
                    .findById(campaign.leadDepartment())
                    .chain(
                        lead ->
                            batches
                                .of(List.of(campaign.id()))
                                .chain(
                                    all ->
                                        participants
                                            .countOf(campaign.id())
                                            .map(
                                                count ->
                                                    new CampaignView(
                                                        campaign.id(),
                                                        campaign.name(),
                                                        category.view(),
                                                        lead.view(),
                                                        campaign.description(),
                                                        all.stream()
                                                            .map(CampaignBatch::view)
                                                            .toList(),
                                                        count.intValue(),
                                                        campaign.createdBy(),
                                                        campaign.createdAt(),
                                                        campaign.closedAt(),
                                                        campaign.revision())))));
  }
}
