package org.govshare.catalog.demand;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.lifecycle.ResourceListener;
import org.govshare.catalog.lifecycle.ResourceMoved;
import org.govshare.catalog.lifecycle.TransitionAction;

/** Hears of publications, and fulfils the demands that waited for them. */
@Singleton
class DemandedResources implements ResourceListener {

  private final DemandRepository demands;
  private final DemandService service;

  DemandedResources(DemandRepository demands, DemandService service) {
    this.demands = demands;
    this.service = service;
  }

  @Override
  public Uni<Boolean> hearsOfTakeOver() {
    return demands
        .count("seriesId is not null and state = ?1", DemandState.PLANNED)
        .map(waiting -> waiting > 0);
  }

  @Override
  public Uni<Void> moved(ResourceMoved event) {
    if (event.action() != TransitionAction.PUBLISH
        && event.action() != TransitionAction.TAKE_OVER) {
      return Uni.createFrom().voidItem();
    }
    Map<UUID, UUID> published =
        event.resources().stream()
            .collect(Collectors.toMap(ResourceMoved.Moved::seriesId, ResourceMoved.Moved::id));
    return demands
        .waitingFor(published.keySet())
        .chain(
            waiting ->
                Multi.createFrom()
                    .iterable(waiting)
                    .onItem()
                    .transformToUniAndConcatenate(
                        demand ->
                            service.fulfil(event.actor(), demand, published.get(demand.seriesId())))
                    .collect()
                    .last())
        .replaceWithVoid();
  }
}
