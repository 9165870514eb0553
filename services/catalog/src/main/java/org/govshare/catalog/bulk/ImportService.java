package org.govshare.catalog.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.campaign.CampaignMembers;
import org.govshare.catalog.job.JobState;
import org.govshare.catalog.job.JobView;
import org.govshare.catalog.job.Jobs;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Shows imports and orders what is to become of them. */
@Singleton
class ImportService {

  private static final Set<ImportState> COMMITTABLE =
      EnumSet.of(ImportState.CHECKED, ImportState.COMMITTING);
  private static final Set<ImportState> UNDOABLE =
      EnumSet.of(
          ImportState.COMMITTING, ImportState.COMMITTED, ImportState.UNDOING, ImportState.UNDONE);

  private final ImportRepository imports;
  private final FaultTexts texts;
  private final CampaignMembers members;
  private final Jobs jobs;
  private final ImportConfig config;
  private final Clock clock;

  ImportService(
      ImportRepository imports,
      FaultTexts texts,
      CampaignMembers members,
      Jobs jobs,
      ImportConfig config,
      Clock clock) {
    this.config = config;
    this.imports = imports;
    this.texts = texts;
    this.members = members;
    this.jobs = jobs;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ImportView>> list(Caller caller, PageRequest page) {
    ImportUpload.requireImporter(caller);
    Optional<String> department =
        caller.hasRole(Roles.CATALOG_PUBLISHER)
            ? Optional.empty()
            : Optional.of(caller.requireAnyDepartment());
    return imports.page(department, page).map(found -> found.map(batch -> batch.view(null, null)));
  }

  @WithSession
  Uni<ImportView> read(Caller caller, UUID id, Locale language) {
    return seen(caller, id).chain(batch -> view(batch, language));
  }

  @WithSession
  Uni<Page<FaultView>> faults(
      Caller caller, UUID id, String code, String column, PageRequest page, Locale language) {
    if (column != null && !isColumn(column)) {
      throw new InvalidInput("column", "unknown", column);
    }
    return seen(caller, id)
        .chain(
            batch ->
                imports
                    .faults(id, code, column, page)
                    .map(found -> found.map(fault -> texts.view(language, batch.sheet(), fault))));
  }

  private static boolean isColumn(String name) {
    for (TemplateColumn column : TemplateColumn.values()) {
      if (column.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @WithSession
  Uni<Page<KeptView>> kept(Caller caller, UUID id, PageRequest page) {
    return seen(caller, id).chain(() -> imports.kept(id, page));
  }

  @WithTransaction
  Uni<ImportView> commit(
      Caller caller, UUID id, ExpectedVersion expected, CommitOrder order, Locale language) {
    order.check();
    return toChange(caller, id, expected, COMMITTABLE)
        .invoke(
            batch -> {
              if (order.as() == ImportTarget.PUBLISHED) {
                caller.requireRole(Roles.CATALOG_PUBLISHER);
                if (config.fourEyes() && caller.name().equals(batch.owner())) {
                  throw new Forbidden("own-work");
                }
              }
              sameAsBegun(batch, order);
              if (!batch.fileKept()) {
                throw new Conflict("import-file-gone");
              }
              if (order.mode() == ImportMode.ALL && batch.faults() > 0) {
                throw new Conflict("import-has-faults", batch.faults());
              }
              if (batch.good() == 0) {
                throw new Conflict("import-without-good");
              }
            })
        .call(batch -> takesPart(batch, order.campaignId()))
        .chain(
            batch ->
                jobs.submit(ImportCommitJob.KIND, caller, new BatchParameters(id))
                    .invoke(job -> batch.commit(order, job.id(), clock.instant()))
                    .chain(imports::flush)
                    .chain(() -> view(batch, language)));
  }

  /** A department's own import at once; of others each resource is judged when it is written. */
  private Uni<Void> takesPart(ImportBatch batch, UUID campaign) {
    if (campaign == null) {
      return Uni.createFrom().voidItem();
    }
    return members
        .of(campaign)
        .invoke(
            codes -> {
              if (codes.isEmpty() || !batch.everywhere() && !codes.contains(batch.department())) {
                throw new InvalidInput("campaignId", "not-a-participant", campaign);
              }
            })
        .replaceWithVoid();
  }

  /** What was begun is resumed as it was ordered. */
  private static void sameAsBegun(ImportBatch batch, CommitOrder order) {
    if (batch.state() == ImportState.COMMITTING
        && (batch.mode() != order.mode()
            || batch.target() != order.as()
            || !Objects.equals(batch.campaignId(), order.campaignId()))) {
      throw new Conflict("import-begun-otherwise", batch.mode(), batch.target());
    }
  }

  @WithTransaction
  Uni<ImportView> undo(Caller caller, UUID id, ExpectedVersion expected, Locale language) {
    return toChange(caller, id, expected, UNDOABLE)
        .chain(
            batch -> {
              if (batch.target() == ImportTarget.PUBLISHED) {
                caller.requireRole(Roles.CATALOG_PUBLISHER);
              }
              return jobs.submit(ImportUndoJob.KIND, caller, new BatchParameters(id))
                  .invoke(job -> batch.undo(job.id(), clock.instant()))
                  .chain(imports::flush)
                  .chain(() -> view(batch, language));
            });
  }

  private Uni<ImportBatch> toChange(
      Caller caller, UUID id, ExpectedVersion expected, Set<ImportState> from) {
    ImportUpload.requireImporter(caller);
    return imports
        .locked(id)
        .invoke(batch -> visible(caller, batch))
        .invoke(batch -> expected.check(batch.revision()))
        .call(batch -> jobs.find(batch.jobId(), Locale.CHINESE).invoke(job -> ended(batch, job)))
        .invoke(
            batch -> {
              if (!from.contains(batch.state())) {
                throw new Conflict("import-in-wrong-state", batch.state(), from);
              }
            });
  }

  private static void ended(ImportBatch batch, JobView job) {
    if (job != null && !job.state().ended()) {
      throw new Conflict("import-busy", job.kind());
    }
    if (batch.state() == ImportState.CHECKING && (job == null || job.state() != JobState.DONE)) {
      throw new Conflict("import-not-checked");
    }
  }

  private Uni<ImportBatch> seen(Caller caller, UUID id) {
    ImportUpload.requireImporter(caller);
    return imports.existing(id).invoke(batch -> visible(caller, batch));
  }

  private static void visible(Caller caller, ImportBatch batch) {
    if (!caller.hasRole(Roles.CATALOG_PUBLISHER) && !caller.isOf(batch.department())) {
      throw new ImportNotFound(batch.id());
    }
  }

  private Uni<ImportView> view(ImportBatch batch, Locale language) {
    return imports
        .faultCounts(batch.id())
        .chain(
            (List<FaultCount> counts) ->
                jobs.find(batch.jobId(), language)
                    .call(() -> imports.refresh(batch))
                    .map(job -> batch.view(job, counts)));
  }
}
