package org.govshare.catalog.demand.opening;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.task.FourEyes;

/** Nobody reviews the opening plan they wrote. */
@Singleton
class OpeningFourEyes implements FourEyes {

  private final OpeningRepository plans;

  OpeningFourEyes(OpeningRepository plans) {
    this.plans = plans;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.OPENING_REVIEW);
  }

  @Override
  public Uni<Set<UUID>> ownWork(Step step, Collection<UUID> objectIds, String person) {
    return plans
        .list("seriesId in ?1 and editedBy = ?2", objectIds, person)
        .map(
            (List<OpeningPlan> found) ->
                found.stream().map(OpeningPlan::seriesId).collect(Collectors.toSet()));
  }
}
