package org.govshare.catalog.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.OpenRemarks;
import org.govshare.catalog.resource.ResourceFields;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceService;
import org.govshare.catalog.resource.ResourceView;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Takes steps with single resources, each naming the version it was decided on. */
@Singleton
class LifecycleService {

  private final ResourceRepository resources;
  private final ResourceService views;
  private final TransitionRepository transitions;
  private final OpenRemarks remarks;
  private final ItemRepository items;
  private final Steps steps;

  LifecycleService(
      ResourceRepository resources,
      ResourceService views,
      TransitionRepository transitions,
      OpenRemarks remarks,
      ItemRepository items,
      Steps steps) {
    this.resources = resources;
    this.views = views;
    this.transitions = transitions;
    this.remarks = remarks;
    this.items = items;
    this.steps = steps;
  }

  @WithTransaction
  Uni<ResourceView> submit(Caller caller, UUID id, ExpectedVersion expected) {
    return take(new Step(TransitionAction.SUBMIT, caller, null), id, expected);
  }

  @WithTransaction
  Uni<ResourceView> review(Caller caller, UUID id, ExpectedVersion expected, Review review) {
    // Said here, because a publisher too may send back, but not in place of the department.
    StepRules.checkRole(caller, TransitionAction.PASS);
    review.check();
    return take(
        new Step(
            review.decision() == ReviewDecision.PASS
                ? TransitionAction.PASS
                : TransitionAction.RETURN,
            caller,
            review.remark(),
            review.remarks()),
        id,
        expected);
  }

  @WithTransaction
  Uni<ResourceView> publish(
      Caller caller, UUID id, ExpectedVersion expected, Publication publication) {
    StepRules.checkRole(caller, TransitionAction.PUBLISH);
    publication.check();
    return take(
        new Step(
            publication.decision() == PublicationDecision.PUBLISH
                ? TransitionAction.PUBLISH
                : TransitionAction.RETURN,
            caller,
            publication.remark(),
            publication.remarks()),
        id,
        expected);
  }

  @WithTransaction
  Uni<ResourceView> withdraw(
      Caller caller, UUID id, ExpectedVersion expected, Withdrawal withdrawal) {
    StepRules.checkRole(caller, TransitionAction.WITHDRAW);
    withdrawal.check();
    return take(new Step(TransitionAction.WITHDRAW, caller, withdrawal.reason()), id, expected);
  }

  private Uni<ResourceView> take(Step step, UUID id, ExpectedVersion expected) {
    steps.checkRole(step);
    return resources
        .locked(id)
        .call(
            resource ->
                steps
                    .editorsOf(List.of(id))
                    .invoke(
                        editors -> {
                          seen(step.caller(), resource);
                          expected.check(resource.revision());
                          steps.check(step, resource, editors.getOrDefault(id, Set.of()));
                        }))
        .call(resource -> remarkedFields(step, id))
        .call(resource -> steps.take(step, List.of(resource)).invoke(LifecycleService::done))
        .chain(views::view);
  }

  /** Refuses remarks on fields that the resource does not have: nobody would ever see them. */
  private Uni<Void> remarkedFields(Step step, UUID id) {
    if (step.remarks().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return items
        .of(id)
        .invoke(
            present -> {
              InputChecks checks = new InputChecks();
              for (int i = 0; i < step.remarks().size(); i++) {
                String field = step.remarks().get(i).field();
                checks.that(
                    ResourceFields.has(field, present),
                    "remarks[" + i + "].field",
                    "no-such-field",
                    field,
                    ResourceFields.all());
              }
              checks.done();
            })
        .replaceWithVoid();
  }

  private static void done(Map<UUID, Problem> refused) {
    refused.values().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  @WithSession
  Uni<Page<TransitionView>> history(Caller caller, UUID id, PageRequest page) {
    return resources
        .existing(id)
        .invoke(resource -> seen(caller, resource))
        .chain(() -> transitions.of(id, page))
        .chain(
            found ->
                remarks
                    .of(found.items().stream().map(ResourceTransition::id).toList())
                    .map(made -> found.map(step -> step.view(made.get(step.id())))));
  }

  private static void seen(Caller caller, InformationResource resource) {
    if (!Visibility.sees(caller, resource)) {
      throw new ResourceNotFound(resource.id());
    }
  }
}
