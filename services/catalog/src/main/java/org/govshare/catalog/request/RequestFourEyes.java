package org.govshare.catalog.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.task.FourEyes;

/** Nobody checks, decides or arbitrates what they asked for, nor arbitrates their own refusal. */
@Singleton
class RequestFourEyes implements FourEyes {

  private final RequestRepository requests;
  private final ObjectionRepository objections;

  RequestFourEyes(RequestRepository requests, ObjectionRepository objections) {
    this.requests = requests;
    this.objections = objections;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.REQUEST_COMPLIANCE_CHECK, Step.REQUEST_DECISION, Step.REQUEST_ARBITRATION);
  }

  @Override
  public Uni<Set<UUID>> ownWork(Step step, Collection<UUID> objectIds, String person) {
    Uni<Map<UUID, List<RequestObjection>>> raised =
        step == Step.REQUEST_ARBITRATION
            ? objections.of(objectIds)
            : Uni.createFrom().item(Map.of());
    return requests
        .list("id in ?1", objectIds)
        .chain(
            (List<AccessRequest> found) ->
                raised.map(
                    byRequest ->
                        found.stream()
                            .filter(
                                request ->
                                    byRequest.getOrDefault(request.id(), List.of()).stream()
                                            .filter(objection -> objection.at(request))
                                            .anyMatch(
                                                objection -> objection.partial(person, request))
                                        || request.writtenBy(person))
                            .map(AccessRequest::id)
                            .collect(Collectors.toSet())));
  }
}
