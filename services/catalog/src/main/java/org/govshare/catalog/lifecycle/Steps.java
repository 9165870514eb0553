package org.govshare.catalog.lifecycle;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.OpenRemarks;
import org.govshare.catalog.resource.ResourceService;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;

/**
 * Takes steps with resources that are locked in the caller's transaction: moves them, writes the
 * trail, tells the listeners. One resource or a thousand cost about the same number of statements.
 */
@Singleton
public class Steps {

  private static final List<ResourceListener> NOBODY = List.of();

  private final TransitionRepository transitions;
  private final Publishing publishing;
  private final ResourceService resources;
  private final OpenRemarks remarks;
  private final List<ResourceListener> listeners;
  private final Clock clock;

  Steps(
      TransitionRepository transitions,
      Publishing publishing,
      ResourceService resources,
      OpenRemarks remarks,
      @All List<ResourceListener> listeners,
      Clock clock) {
    this.transitions = transitions;
    this.publishing = publishing;
    this.resources = resources;
    this.remarks = remarks;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Everybody who wrote these besides their authors and last editors. */
  public Uni<Map<UUID, Set<String>>> editorsOf(Collection<UUID> ids) {
    return transitions.editorsOf(ids);
  }

  /**
   * Whether four eyes keep somebody from deciding on a resource as it stands.
   *
   * @param editors as {@link #editorsOf} names them
   */
  public boolean ownWork(String person, InformationResource resource, Set<String> editors) {
    return StepRules.ownWork(person, resource, editors);
  }

  /**
   * Refuses a caller who takes this step with no resource at all.
   *
   * @throws Problem naming the roles that may (403)
   */
  public void checkRole(Step step) {
    StepRules.checkRole(step.caller(), step.action());
  }

  /**
   * Refuses a step with one resource.
   *
   * @throws Problem that says why (403, 404, 409)
   */
  public void check(Step step, InformationResource resource, Set<String> editors) {
    StepRules.check(step.caller(), step.action(), resource, editors);
  }

  /**
   * Takes a step with resources that were checked.
   *
   * @return those with which it could not be taken all the same, and why
   */
  public Uni<Map<UUID, Problem>> take(Step step, List<InformationResource> moving) {
    Instant now = clock.instant();
    return switch (step.action()) {
      case DELETE -> resources.deleteAll(step.caller(), moving).replaceWith(Map.of());
      case PUBLISH -> publish(step, moving, now);
      case SUBMIT ->
          remarks
              .resolve(moving.stream().map(InformationResource::id).toList(), now)
              .chain(() -> move(step, moving, ResourceState.PENDING_REVIEW, now));
      case PASS -> {
        moving.forEach(resource -> resource.reviewedBy(step.caller().name()));
        yield move(step, moving, ResourceState.REGISTERED, now);
      }
      case RETURN -> {
        moving.stream()
            .filter(resource -> resource.state() == ResourceState.PENDING_REVIEW)
            .forEach(resource -> resource.reviewedBy(step.caller().name()));
        yield move(step, moving, ResourceState.RETURNED, now);
      }
      case WITHDRAW -> move(step, moving, ResourceState.WITHDRAWN, now);
      case SUPERSEDE -> throw new IllegalArgumentException("Only a publication supersedes");
      case IMPORT, TAKE_OVER -> throw new IllegalArgumentException("Only an import brings");
    };
  }

  /** Whether anybody is to be told of what an import takes over. */
  public Uni<Boolean> anybodyHearsOfTakeOver() {
    return hearing().map(hearing -> !hearing.isEmpty());
  }

  private Uni<List<ResourceListener>> hearing() {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(
            one -> one.hearsOfTakeOver().map(hears -> hears ? List.of(one) : NOBODY))
        .collect()
        .in(ArrayList::new, List::addAll);
  }

  /** Tells of what an import took over, whose trail the import has written. */
  public Uni<Void> takenOver(Caller actor, String approval, List<InformationResource> taken) {
    ResourceMoved event =
        new ResourceMoved(
            TransitionAction.TAKE_OVER,
            ResourceState.PUBLISHED,
            actor,
            approval,
            clock.instant(),
            taken.stream()
                .map(resource -> ResourceMoved.Moved.of(resource, ResourceState.PUBLISHED, null))
                .toList());
    return hearing()
        .chain(
            hearing ->
                Multi.createFrom()
                    .iterable(hearing)
                    .onItem()
                    .transformToUniAndConcatenate(one -> one.moved(event))
                    .collect()
                    .asList())
        .replaceWithVoid();
  }

  private Uni<Map<UUID, Problem>> move(
      Step step, List<InformationResource> moving, ResourceState to, Instant now) {
    List<ResourceMoved.Moved> moved =
        moving.stream()
            .map(
                resource -> {
                  ResourceState from = resource.state();
                  resource.moveTo(to, now);
                  return ResourceMoved.Moved.of(resource, from, null);
                })
            .toList();
    return tell(step, to, now, moved).replaceWith(Map.of());
  }

  private Uni<Map<UUID, Problem>> publish(
      Step step, List<InformationResource> moving, Instant now) {
    return publishing
        .enter(moving, now)
        .chain(
            entered ->
                tell(
                        new Step(TransitionAction.SUPERSEDE, step.caller(), null),
                        ResourceState.SUPERSEDED,
                        now,
                        entered.superseded())
                    .chain(() -> tell(step, ResourceState.PUBLISHED, now, entered.published()))
                    .replaceWith(entered.refused()));
  }

  private Uni<Void> tell(
      Step step, ResourceState to, Instant now, List<ResourceMoved.Moved> moved) {
    if (moved.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    ResourceMoved event =
        new ResourceMoved(step.action(), to, step.caller(), step.remark(), now, moved);
    return transitions
        .record(event)
        .chain(ids -> addRemarks(step, ids))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(listeners)
                    .onItem()
                    .transformToUniAndConcatenate(listener -> listener.moved(event))
                    .collect()
                    .asList())
        .replaceWithVoid();
  }

  private Uni<Void> addRemarks(Step step, Map<UUID, Long> transitionIds) {
    if (step.remarks().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(transitionIds.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            entry -> remarks.add(entry.getKey(), entry.getValue(), step.remarks()))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
