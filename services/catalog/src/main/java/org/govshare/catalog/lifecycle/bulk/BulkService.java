package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.lifecycle.Step;
import org.govshare.catalog.lifecycle.Steps;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.version.ExpectedVersion;

/** Takes one step with many resources, in one transaction; those that are refused stay behind. */
@Singleton
class BulkService {

  private final ResourceRepository resources;
  private final Steps steps;
  private final ProblemTexts texts;

  BulkService(ResourceRepository resources, Steps steps, ProblemTexts texts) {
    this.resources = resources;
    this.steps = steps;
    this.texts = texts;
  }

  @WithTransaction
  Uni<BulkResult> take(Caller caller, BulkAction bulk, Locale language) {
    bulk.check(BulkAction.LIMIT);
    Step step = new Step(bulk.action(), caller, bulk.remark());
    steps.checkRole(step);
    return targets(caller, bulk).chain(targets -> take(step, targets, language));
  }

  /** Takes a step in the caller's transaction. */
  Uni<BulkResult> take(Step step, Map<UUID, ExpectedVersion> targets, Locale language) {
    return resources
        .locked(targets.keySet())
        .chain(
            found ->
                steps
                    .editorsOf(targets.keySet())
                    .chain(editors -> take(step, targets, found, editors)))
        .map(taken -> result(step, targets, taken, language));
  }

  /** The versions the decision rests on; a filter rests on how many there are, not on versions. */
  Uni<Map<UUID, ExpectedVersion>> targets(Caller caller, BulkAction bulk) {
    if (bulk.ids() != null) {
      Map<UUID, ExpectedVersion> targets = new LinkedHashMap<>();
      bulk.ids()
          .forEach(target -> targets.put(target.id(), new ExpectedVersion(target.revision())));
      return Uni.createFrom().item(targets);
    }
    BulkAction.Filter filter = bulk.filter();
    String department = filter.department();
    if (!Visibility.everywhere(caller).contains(filter.state())) {
      String own = Visibility.requireInside(caller);
      if (department != null) {
        caller.requireDepartment(department);
      }
      department = own;
    }
    return resources
        .matching(
            filter.state(),
            department,
            filter.categoryCode(),
            filter.batchId(),
            filter.campaignId(),
            bulk.expected() + 1)
        .map(
            ids -> {
              if (ids.size() != bulk.expected()) {
                throw new Conflict("bulk-count-differs", bulk.expected(), ids.size());
              }
              Map<UUID, ExpectedVersion> targets = new LinkedHashMap<>();
              ids.forEach(id -> targets.put(id, null));
              return targets;
            });
  }

  /** What was found of the resources, and what stands against the step with some of them. */
  private record Taken(Map<UUID, InformationResource> found, Map<UUID, Problem> refused) {}

  private Uni<Taken> take(
      Step step,
      Map<UUID, ExpectedVersion> targets,
      List<InformationResource> found,
      Map<UUID, Set<String>> editors) {
    Map<UUID, InformationResource> byId =
        found.stream().collect(Collectors.toMap(InformationResource::id, Function.identity()));
    Map<UUID, Problem> refused = new HashMap<>();
    List<InformationResource> moving = new ArrayList<>();
    targets.forEach(
        (id, expected) -> {
          try {
            InformationResource resource = byId.get(id);
            check(step, id, resource, expected, editors.getOrDefault(id, Set.of()));
            moving.add(resource);
          } catch (Problem problem) {
            refused.put(id, problem);
          }
        });
    if (moving.isEmpty()) {
      return Uni.createFrom().item(new Taken(byId, refused));
    }
    return steps
        .take(step, moving)
        .invoke(refused::putAll)
        .call(() -> resources.flush())
        .replaceWith(() -> new Taken(byId, refused));
  }

  private void check(
      Step step,
      UUID id,
      InformationResource resource,
      ExpectedVersion expected,
      Set<String> editors) {
    if (resource == null || !Visibility.sees(step.caller(), resource)) {
      throw new ResourceNotFound(id);
    }
    if (expected != null) {
      expected.check(resource.revision());
    }
    steps.check(step, resource, editors);
  }

  private BulkResult result(
      Step step, Map<UUID, ExpectedVersion> targets, Taken taken, Locale language) {
    return BulkResult.of(
        step.action(),
        targets.keySet().stream().map(id -> item(step, id, taken, language)).toList());
  }

  private BulkResult.Item item(Step step, UUID id, Taken taken, Locale language) {
    Problem problem = taken.refused().get(id);
    if (problem == null) {
      InformationResource resource = taken.found().get(id);
      boolean gone = step.action() == TransitionAction.DELETE;
      return new BulkResult.Item(
          id,
          resource.name(),
          true,
          null,
          null,
          gone ? null : resource.state(),
          gone ? null : resource.revision());
    }
    InformationResource known = problem instanceof ResourceNotFound ? null : taken.found().get(id);
    return new BulkResult.Item(
        id,
        known == null ? null : known.name(),
        false,
        problem.code(),
        texts.text(language, problem.code() + ".detail", problem.arguments()),
        known == null ? null : known.state(),
        known == null ? null : known.revision());
  }
}
