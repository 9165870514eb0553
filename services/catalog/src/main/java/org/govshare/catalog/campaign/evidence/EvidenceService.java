package org.govshare.catalog.campaign.evidence;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.attachment.Attachments;
import org.govshare.catalog.campaign.CampaignAccess;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.history.Changes;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Keeps evidence: a department's editors add their own; it is seen by their department and by those
 * who accept the work.
 */
@Singleton
class EvidenceService {

  private final EvidenceRepository evidence;
  private final CampaignAccess access;
  private final Attachments attachments;
  private final Changes changes;
  private final DepartmentRepository departments;
  private final Clock clock;

  EvidenceService(
      EvidenceRepository evidence,
      CampaignAccess access,
      Attachments attachments,
      Changes changes,
      DepartmentRepository departments,
      Clock clock) {
    this.evidence = evidence;
    this.access = access;
    this.attachments = attachments;
    this.changes = changes;
    this.departments = departments;
    this.clock = clock;
  }

  /** Evidence of one department or of all, as far as the caller may see it. */
  @WithSession
  Uni<Page<EvidenceView>> page(
      Caller caller, UUID campaign, String department, PageRequest request) {
    return access
        .confinedTo(caller, campaign)
        .invoke(
            own -> {
              if (own.isPresent() && department != null) {
                caller.requireDepartment(department);
              }
            })
        .chain(own -> evidence.of(campaign, own.or(() -> Optional.ofNullable(department)), request))
        .chain(
            page ->
                departments
                    .byCode()
                    .map(names -> page.map(one -> one.view(names.get(one.department())))));
  }

  @WithTransaction
  Uni<EvidenceView> create(Caller caller, UUID campaign, EvidenceInput input) {
    String department = caller.requireAnyDepartment();
    return access
        .toWork(caller, campaign, department)
        .invoke(input::check)
        .map(ignored -> new Evidence(campaign, department, input, caller.name(), clock.instant()))
        .chain(evidence::persistAndFlush)
        .chain(this::view)
        .call(view -> record(caller, department, null, view));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID campaign, UUID id, ExpectedVersion expected) {
    return evidence
        .existing(id)
        .invoke(
            one -> {
              if (!one.campaignId().equals(campaign)) {
                throw new NotFound("evidence-not-found", id);
              }
            })
        .call(one -> access.toWork(caller, campaign, one.department()))
        .invoke(one -> expected.check(one.revision()))
        .call(() -> attachments.deleteOf(EvidenceAttachments.KIND, id))
        .call(one -> view(one).chain(view -> record(caller, one.department(), view, null)))
        .chain(evidence::delete);
  }

  private Uni<Void> record(
      Caller caller, String department, EvidenceView before, EvidenceView after) {
    UUID id = before == null ? after.id() : before.id();
    return changes.recordOf(department, "campaign-evidence", id.toString(), before, after, caller);
  }

  private Uni<EvidenceView> view(Evidence one) {
    return departments.findById(one.department()).map(department -> one.view(department.view()));
  }
}
