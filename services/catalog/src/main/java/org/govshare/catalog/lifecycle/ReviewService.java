package org.govshare.catalog.lifecycle;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.OpenRemarks;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceService;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.Snapshots;
import org.govshare.catalog.resource.Visibility;
import org.govshare.catalog.resource.difference.Differences;
import org.govshare.catalog.resource.difference.VersionDifference;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemTexts;

/**
 * Shows what a decision rests on: the difference between versions, earlier remarks, who may act.
 */
@Singleton
class ReviewService {

  static final String PREVIOUS = "previous";

  private static final Set<TransitionAction> TAKEN_BY_PEOPLE =
      EnumSet.of(
          TransitionAction.SUBMIT,
          TransitionAction.PASS,
          TransitionAction.RETURN,
          TransitionAction.PUBLISH,
          TransitionAction.WITHDRAW,
          TransitionAction.DELETE);

  private static final Set<ResourceState> WAS_PUBLIC =
      EnumSet.of(ResourceState.PUBLISHED, ResourceState.SUPERSEDED);

  private final ResourceRepository resources;
  private final ResourceService views;
  private final ItemRepository items;
  private final Snapshots snapshots;
  private final TransitionRepository transitions;
  private final OpenRemarks remarks;
  private final ActiveGrants grants;
  private final ProblemTexts texts;

  ReviewService(
      ResourceRepository resources,
      ResourceService views,
      ItemRepository items,
      Snapshots snapshots,
      TransitionRepository transitions,
      OpenRemarks remarks,
      ActiveGrants grants,
      ProblemTexts texts) {
    this.resources = resources;
    this.views = views;
    this.items = items;
    this.snapshots = snapshots;
    this.transitions = transitions;
    this.remarks = remarks;
    this.grants = grants;
    this.texts = texts;
  }

  /**
   * What differs between a version and another one of the same resource.
   *
   * @param against identity of the other, or {@link #PREVIOUS} for the one before
   */
  @WithSession
  Uni<DifferenceView> difference(Caller caller, UUID id, String against) {
    return resources
        .existing(id)
        .invoke(resource -> seen(caller, resource))
        .chain(
            resource ->
                other(resource, against)
                    .invoke(
                        other -> {
                          if (!WAS_PUBLIC.contains(other.state())) {
                            seen(caller, other);
                          }
                        })
                    .chain(other -> compare(caller, other, resource)));
  }

  private Uni<InformationResource> other(InformationResource resource, String against) {
    if (against == null || against.equals(PREVIOUS)) {
      return before(resource)
          .map(found -> found.orElseThrow(() -> new NotFound("no-earlier-version")));
    }
    return resources
        .existing(identity(against))
        .invoke(
            other -> {
              if (!other.seriesId().equals(resource.seriesId())) {
                throw new InvalidInput("against", "another-resource");
              }
            });
  }

  private static UUID identity(String against) {
    try {
      return UUID.fromString(against);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("against", "unreadable");
    }
  }

  private Uni<Optional<InformationResource>> before(InformationResource resource) {
    return resources
        .versionsOf(resource.seriesId())
        .map(
            versions ->
                versions.stream()
                    .filter(version -> version.version() < resource.version())
                    .findFirst());
  }

  private Uni<DifferenceView> compare(
      Caller caller, InformationResource from, InformationResource to) {
    return items
        .of(List.of(from.id(), to.id()))
        .map(
            itemsOf ->
                Differences.between(
                    snapshots.of(from, itemsOf.getOrDefault(from.id(), List.of())),
                    snapshots.of(to, itemsOf.getOrDefault(to.id(), List.of()))))
        .chain(difference -> counted(caller, from, to, difference));
  }

  private Uni<DifferenceView> counted(
      Caller caller,
      InformationResource from,
      InformationResource to,
      VersionDifference difference) {
    boolean mayKnow =
        caller.hasRole(CATALOG_PUBLISHER)
            || (caller.hasRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER)
                && caller.isOf(to.departmentCode()));
    if (!mayKnow) {
      return Uni.createFrom().item(view(from, to, difference, null, null));
    }
    return grants
        .on(to.seriesId())
        .map(
            held -> {
              AffectedGrants affected = AffectedGrants.of(difference, held);
              return view(from, to, difference, affected.grants().size(), affected.byChange());
            });
  }

  private static DifferenceView view(
      InformationResource from,
      InformationResource to,
      VersionDifference difference,
      Integer affectedGrants,
      List<DifferenceView.Affected> affected) {
    return new DifferenceView(
        DifferenceView.Version.of(from),
        DifferenceView.Version.of(to),
        difference,
        affectedGrants,
        affected);
  }

  /** Everything on one page for those who compile, review or publish. */
  @WithSession
  Uni<ReviewView> review(Caller caller, UUID id, Locale language) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
    return resources
        .existing(id)
        .invoke(resource -> seen(caller, resource))
        .chain(
            resource ->
                differenceFromBefore(caller, resource)
                    .chain(
                        difference ->
                            lastReturn(id)
                                .chain(
                                    returned ->
                                        steps(caller, resource, language)
                                            .chain(
                                                steps ->
                                                    views
                                                        .view(resource)
                                                        .map(
                                                            view ->
                                                                new ReviewView(
                                                                    view,
                                                                    difference.orElse(null),
                                                                    returned.orElse(null),
                                                                    steps))))));
  }

  private Uni<Optional<DifferenceView>> differenceFromBefore(
      Caller caller, InformationResource resource) {
    return before(resource)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : compare(caller, found.get(), resource).map(Optional::of));
  }

  private Uni<Optional<TransitionView>> lastReturn(UUID id) {
    return transitions
        .lastReturn(id)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : remarks
                        .of(List.of(found.get().id()))
                        .map(made -> Optional.of(found.get().view(made.get(found.get().id())))));
  }

  private Uni<List<PossibleStep>> steps(
      Caller caller, InformationResource resource, Locale language) {
    return transitions
        .editorsOf(List.of(resource.id()))
        .map(
            editors ->
                Arrays.stream(TransitionAction.values())
                    .filter(TAKEN_BY_PEOPLE::contains)
                    .map(
                        action ->
                            possible(
                                caller,
                                action,
                                resource,
                                editors.getOrDefault(resource.id(), Set.of()),
                                language))
                    .toList());
  }

  private PossibleStep possible(
      Caller caller,
      TransitionAction action,
      InformationResource resource,
      Set<String> editors,
      Locale language) {
    try {
      StepRules.check(caller, action, resource, editors);
      return new PossibleStep(action, true, null, null);
    } catch (Problem problem) {
      String reason = texts.text(language, problem.code() + ".detail", problem.arguments());
      return new PossibleStep(action, false, problem.code(), reason);
    }
  }

  private static void seen(Caller caller, InformationResource resource) {
    if (!Visibility.sees(caller, resource)) {
      throw new ResourceNotFound(resource.id());
    }
  }
}
