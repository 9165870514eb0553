package org.govshare.catalog.lifecycle;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.Department;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.identifier.IdentifierAllocator;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceService;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.ResourceView;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Moves resources from state to state. Each step checks who, on what, in which state, which
 * version.
 */
@Singleton
class LifecycleService {

  private final ResourceRepository resources;
  private final ResourceService views;
  private final TransitionRepository transitions;
  private final DepartmentRepository departments;
  private final IdentifierAllocator identifiers;
  private final List<ResourceListener> listeners;
  private final Clock clock;

  LifecycleService(
      ResourceRepository resources,
      ResourceService views,
      TransitionRepository transitions,
      DepartmentRepository departments,
      IdentifierAllocator identifiers,
      @All List<ResourceListener> listeners,
      Clock clock) {
    this.resources = resources;
    this.views = views;
    this.transitions = transitions;
    this.departments = departments;
    this.identifiers = identifiers;
    this.listeners = listeners;
    this.clock = clock;
  }

  @WithTransaction
  Uni<ResourceView> submit(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_EDITOR);
    return known(caller, id)
        .invoke(resource -> caller.requireDepartment(resource.departmentCode()))
        .invoke(resource -> ready(resource, expected, ResourceState.DRAFT, ResourceState.RETURNED))
        .invoke(
            resource -> {
              if (resource.itemCount() == 0) {
                throw new Conflict("resource-without-items");
              }
            })
        .chain(
            resource ->
                move(caller, resource, TransitionAction.SUBMIT, ResourceState.PENDING_REVIEW, null))
        .chain(views::view);
  }

  @WithTransaction
  Uni<ResourceView> review(Caller caller, UUID id, ExpectedVersion expected, Review review) {
    caller.requireRole(DEPARTMENT_REVIEWER);
    review.check();
    return known(caller, id)
        .invoke(resource -> caller.requireDepartment(resource.departmentCode()))
        .invoke(resource -> ready(resource, expected, ResourceState.PENDING_REVIEW))
        .invoke(resource -> notOwnWork(caller, resource))
        .invoke(resource -> resource.reviewedBy(caller.name()))
        .chain(
            resource ->
                review.decision() == ReviewDecision.PASS
                    ? move(
                        caller,
                        resource,
                        TransitionAction.PASS,
                        ResourceState.REGISTERED,
                        review.remark())
                    : move(
                        caller,
                        resource,
                        TransitionAction.RETURN,
                        ResourceState.RETURNED,
                        review.remark()))
        .chain(views::view);
  }

  @WithTransaction
  Uni<ResourceView> publish(
      Caller caller, UUID id, ExpectedVersion expected, Publication publication) {
    caller.requireRole(CATALOG_PUBLISHER);
    publication.check();
    return known(caller, id)
        .invoke(resource -> ready(resource, expected, ResourceState.REGISTERED))
        .invoke(resource -> notOwnWork(caller, resource))
        .chain(
            resource ->
                publication.decision() == PublicationDecision.PUBLISH
                    ? enter(caller, resource, publication.remark())
                    : move(
                        caller,
                        resource,
                        TransitionAction.RETURN,
                        ResourceState.RETURNED,
                        publication.remark()))
        .chain(views::view);
  }

  /** Replaces the version published before and takes the series' identifier, or its first one. */
  private Uni<InformationResource> enter(
      Caller caller, InformationResource resource, String remark) {
    ResourceState from = resource.state();
    return supersede(caller, resource)
        .chain(() -> departments.publishing(resource.departmentCode()))
        .chain(department -> identify(resource, department))
        .invoke(identifier -> resource.publishAs(identifier, clock.instant()))
        .chain(() -> record(caller, resource, TransitionAction.PUBLISH, from, remark))
        .replaceWith(resource);
  }

  private Uni<String> identify(InformationResource resource, Department department) {
    return resource.proposedIdentifier() == null || resource.version() > 1
        ? identifiers.identifierOf(
            resource.seriesId(),
            new SegmentValues(resource.categoryCode(), department.serial(), null))
        : identifiers.keep(
            resource.seriesId(), resource.departmentCode(), resource.proposedIdentifier());
  }

  private Uni<Void> supersede(Caller caller, InformationResource by) {
    return resources
        .publishedOf(by.seriesId())
        .chain(
            earlier ->
                earlier == null
                    ? Uni.createFrom().voidItem()
                    : move(
                            caller,
                            earlier,
                            TransitionAction.SUPERSEDE,
                            ResourceState.SUPERSEDED,
                            null)
                        .chain(resources::flush));
  }

  @WithTransaction
  Uni<ResourceView> withdraw(
      Caller caller, UUID id, ExpectedVersion expected, Withdrawal withdrawal) {
    caller.requireRole(DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
    withdrawal.check();
    return known(caller, id)
        .invoke(
            resource -> {
              if (!caller.hasRole(CATALOG_PUBLISHER)) {
                caller.requireDepartment(resource.departmentCode());
              }
            })
        .invoke(resource -> ready(resource, expected, ResourceState.PUBLISHED))
        .chain(
            resource ->
                move(
                    caller,
                    resource,
                    TransitionAction.WITHDRAW,
                    ResourceState.WITHDRAWN,
                    withdrawal.reason()))
        .chain(views::view);
  }

  @WithSession
  Uni<Page<TransitionView>> history(Caller caller, UUID id, PageRequest page) {
    return resources
        .existing(id)
        .invoke(resource -> seen(caller, resource))
        .chain(() -> transitions.of(id, page))
        .map(found -> found.map(ResourceTransition::view));
  }

  private Uni<InformationResource> known(Caller caller, UUID id) {
    return resources.locked(id).invoke(resource -> seen(caller, resource));
  }

  private static void seen(Caller caller, InformationResource resource) {
    if (!Visibility.sees(caller, resource)) {
      throw new ResourceNotFound(resource.id());
    }
  }

  private static void ready(
      InformationResource resource, ExpectedVersion expected, ResourceState... from) {
    expected.check(resource.revision());
    if (!Arrays.asList(from).contains(resource.state())) {
      throw new Conflict("resource-in-wrong-state", resource.state(), Arrays.toString(from));
    }
  }

  /** Four eyes: nobody passes or publishes what they wrote themselves. */
  private static void notOwnWork(Caller caller, InformationResource resource) {
    if (caller.name().equals(resource.authoredBy()) || caller.name().equals(resource.editedBy())) {
      throw new Forbidden("own-work");
    }
  }

  private Uni<InformationResource> move(
      Caller caller,
      InformationResource resource,
      TransitionAction action,
      ResourceState to,
      String remark) {
    ResourceState from = resource.state();
    resource.moveTo(to, clock.instant());
    return record(caller, resource, action, from, remark).replaceWith(resource);
  }

  private Uni<Void> record(
      Caller caller,
      InformationResource resource,
      TransitionAction action,
      ResourceState from,
      String remark) {
    Instant now = clock.instant();
    return transitions
        .persist(
            new ResourceTransition(
                resource.id(),
                action,
                from,
                resource.state(),
                caller.name(),
                caller.department().orElse(null),
                remark,
                now,
                Correlation.current()))
        .chain(
            () ->
                tell(
                    new ResourceMoved(
                        action,
                        resource.state(),
                        caller,
                        remark,
                        now,
                        List.of(ResourceMoved.Moved.of(resource, from, null)))));
  }

  private Uni<Void> tell(ResourceMoved event) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(listener -> listener.moved(event))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
