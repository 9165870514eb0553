package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.job.JobRun;
import org.govshare.catalog.job.JobView;
import org.govshare.catalog.job.Jobs;
import org.govshare.catalog.lifecycle.Step;
import org.govshare.catalog.lifecycle.Steps;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Takes steps with more resources than one transaction should hold, some at a time. */
@Singleton
class BulkOrders {

  static final String KIND = "resource-bulk";

  private static final int AT_A_TIME = 200;

  private final BulkService bulk;
  private final BulkOrderRows rows;
  private final Steps steps;
  private final Jobs jobs;

  BulkOrders(BulkService bulk, BulkOrderRows rows, Steps steps, Jobs jobs) {
    this.bulk = bulk;
    this.rows = rows;
    this.steps = steps;
    this.jobs = jobs;
  }

  /**
   * What a job is ordered with.
   *
   * @param roles those of who ordered it: it is done in their name
   */
  @RegisterForReflection
  record Parameters(TransitionAction action, String remark, Set<String> roles, String language) {}

  @WithTransaction
  Uni<JobView> order(Caller caller, BulkAction action, Locale language) {
    action.check(BulkAction.ORDER_LIMIT);
    steps.checkRole(new Step(action.action(), caller, action.remark()));
    Parameters parameters =
        new Parameters(action.action(), action.remark(), caller.roles(), language.toLanguageTag());
    return bulk.targets(caller, action)
        .chain(
            targets ->
                jobs.submit(KIND, caller, parameters)
                    .call(job -> rows.add(job.id(), caller.name(), action.action(), targets)));
  }

  /**
   * Takes the step with the next ones, all of them in one transaction that also says what became of
   * them.
   *
   * @return with how many; 0 if all have had their turn
   */
  @WithTransaction
  Uni<Integer> next(JobRun run) {
    Parameters parameters = run.parameters(Parameters.class);
    Caller caller = new Caller(run.owner(), run.department(), parameters.roles());
    Step step = new Step(parameters.action(), caller, parameters.remark());
    return rows.next(run.id(), AT_A_TIME)
        .chain(
            next -> {
              if (next.isEmpty()) {
                return Uni.createFrom().item(0);
              }
              Map<UUID, ExpectedVersion> targets = new LinkedHashMap<>();
              next.forEach(
                  target ->
                      targets.put(
                          target.resource(),
                          target.revision() == null
                              ? null
                              : new ExpectedVersion(target.revision())));
              return bulk.take(step, targets, Locale.forLanguageTag(parameters.language()))
                  .chain(result -> rows.done(run.id(), next, result.items()))
                  .replaceWith(next.size());
            });
  }

  @WithSession
  Uni<Integer> size(UUID job) {
    return rows.size(job);
  }

  @WithSession
  Uni<Page<BulkResult.Item>> items(Caller caller, UUID job, Boolean done, PageRequest page) {
    return rows.owner(job)
        .invoke(
            owner -> {
              if (!owner.equals(Optional.of(caller.name()))) {
                throw new NotFound("job-not-found", job);
              }
            })
        .chain(() -> rows.items(job, done, page));
  }
}
