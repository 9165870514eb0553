package org.govshare.catalog.todo;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.lifecycle.Steps;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.task.FourEyes;

/** Nobody reviews or publishes a resource in which they had a hand. */
@Singleton
class ResourceFourEyes implements FourEyes {

  private final ResourceRepository resources;
  private final Steps lifecycle;

  ResourceFourEyes(ResourceRepository resources, Steps lifecycle) {
    this.resources = resources;
    this.lifecycle = lifecycle;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.RESOURCE_REVIEW, Step.RESOURCE_PUBLICATION);
  }

  @Override
  public Uni<Set<UUID>> ownWork(Step step, Collection<UUID> objectIds, String person) {
    return resources
        .list("id in ?1", objectIds)
        .chain(
            (List<InformationResource> found) ->
                lifecycle
                    .editorsOf(objectIds)
                    .map(
                        editors ->
                            found.stream()
                                .filter(
                                    resource ->
                                        lifecycle.ownWork(
                                            person,
                                            resource,
                                            editors.getOrDefault(resource.id(), Set.of())))
                                .map(InformationResource::id)
                                .collect(Collectors.toSet())));
  }
}
