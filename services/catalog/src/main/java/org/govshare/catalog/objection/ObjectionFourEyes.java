package org.govshare.catalog.objection;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.task.FourEyes;

/** Nobody arbitrates what they reported or answered themselves. */
@Singleton
class ObjectionFourEyes implements FourEyes {

  private final ObjectionRepository objections;

  ObjectionFourEyes(ObjectionRepository objections) {
    this.objections = objections;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.OBJECTION_ARBITRATION);
  }

  @Override
  public Uni<Set<UUID>> ownWork(Step step, Collection<UUID> objectIds, String person) {
    return objections
        .list("id in ?1", objectIds)
        .map(
            (List<Objection> found) ->
                found.stream()
                    .filter(objection -> objection.partial(person))
                    .map(Objection::id)
                    .collect(Collectors.toSet()));
  }
}
