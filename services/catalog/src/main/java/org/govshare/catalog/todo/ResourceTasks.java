package org.govshare.catalog.todo;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WaitingStep;
import org.govshare.catalog.lifecycle.ResourceListener;
import org.govshare.catalog.lifecycle.ResourceMoved;
import org.govshare.catalog.resource.ResourceState;

/** Puts the steps of resources into the to-do lists, with their clocks, and takes them out. */
@Singleton
class ResourceTasks implements ResourceListener {

  private final Clocks clocks;

  ResourceTasks(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Uni<Void> moved(ResourceMoved event) {
    List<UUID> ids = event.resources().stream().map(ResourceMoved.Moved::id).toList();
    List<WaitingStep> next =
        event.resources().stream()
            .map(resource -> next(event.to(), resource))
            .flatMap(Optional::stream)
            .map(step -> step.sentBy(event.actor()))
            .toList();
    return clocks.stopAll(ids).chain(() -> clocks.start(next));
  }

  private static Optional<WaitingStep> next(ResourceState state, ResourceMoved.Moved resource) {
    return switch (state) {
      case PENDING_REVIEW ->
          Optional.of(
              step(Step.RESOURCE_REVIEW, resource, DEPARTMENT_REVIEWER)
                  .in(resource.departmentCode())
                  .within(LimitKind.RESOURCE_REVIEW));
      case REGISTERED ->
          Optional.of(
              step(Step.RESOURCE_PUBLICATION, resource, CATALOG_PUBLISHER)
                  .within(LimitKind.RESOURCE_PUBLICATION));
      case RETURNED ->
          Optional.of(
              step(Step.RESOURCE_RETURNED, resource, CATALOG_EDITOR)
                  .in(resource.departmentCode())
                  .meantFor(resource.editedBy())
                  .within(LimitKind.RESOURCE_MENDING));
      default -> Optional.empty();
    };
  }

  private static WaitingStep step(Step step, ResourceMoved.Moved resource, String role) {
    return WaitingStep.of(
        step, resource.id(), resource.name(), "/resources/" + resource.id(), role);
  }
}
