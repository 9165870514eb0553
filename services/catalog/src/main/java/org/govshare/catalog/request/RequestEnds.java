package org.govshare.catalog.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.lifecycle.ResourceListener;
import org.govshare.catalog.lifecycle.ResourceMoved;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.catalog.schedule.ScheduledWork;

/**
 * Ends requests that nobody can decide on any more: their time is over, or their resource was taken
 * out of the catalogue.
 */
@Singleton
class RequestEnds implements ScheduledWork, ResourceListener {

  private static final int BATCH = 100;

  private final RequestRepository requests;
  private final RequestRules rules;
  private final RequestSteps steps;

  RequestEnds(RequestRepository requests, RequestRules rules, RequestSteps steps) {
    this.requests = requests;
    this.rules = rules;
    this.steps = steps;
  }

  @Override
  public Uni<Void> run() {
    return Panache.withSession(() -> requests.ranOut(rules.today(), BATCH))
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(this::expire)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> expire(UUID id) {
    return Panache.withTransaction(
        () ->
            requests
                .locked(id)
                .chain(
                    request ->
                        RequestState.undecided().contains(request.state())
                                && request.validUntil().isBefore(rules.today())
                            ? steps.take(
                                request,
                                RequestAction.EXPIRE,
                                request.endedAs(RequestState.EXPIRED),
                                Actor.PLATFORM,
                                null)
                            : Uni.createFrom().voidItem()));
  }

  @Override
  public Uni<Void> moved(ResourceMoved event) {
    if (event.action() != TransitionAction.WITHDRAW) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> series =
        event.resources().stream().map(ResourceMoved.Moved::seriesId).distinct().toList();
    return requests
        .undecidedOn(series)
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .onItem()
        .transformToUniAndConcatenate(
            request ->
                steps.take(
                    request,
                    RequestAction.LAPSE,
                    request.endedAs(RequestState.LAPSED),
                    Actor.of(event.actor()),
                    event.remark()))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
