package org.govshare.catalog.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.Clocks;
import org.govshare.catalog.calendar.LimitKind;
import org.govshare.catalog.grant.GrantService;
import org.govshare.catalog.grant.GrantTerms;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.SharingType;

/** Works out what a request would come to. */
@Singleton
class RequestPreviews {

  private final RequestSteps steps;
  private final RequestAdvices advices;
  private final GrantService grants;
  private final Clocks clocks;

  RequestPreviews(RequestSteps steps, RequestAdvices advices, GrantService grants, Clocks clocks) {
    this.steps = steps;
    this.advices = advices;
    this.grants = grants;
    this.clocks = clocks;
  }

  Uni<RequestPreview> of(String department, InformationResource resource, List<DataItem> asked) {
    List<UUID> ids = asked.stream().map(DataItem::id).toList();
    Set<String> names = asked.stream().map(DataItem::name).collect(Collectors.toSet());
    return clocks
        .ifStartedNow(LimitKind.COMPLIANCE_CHECK)
        .chain(
            check ->
                steps
                    .answerLimit(ids)
                    .chain(clocks::ifStartedNow)
                    .chain(
                        answer ->
                            grants
                                .inForce(department, resource.seriesId())
                                .chain(
                                    held ->
                                        advices
                                            .on(resource, asked)
                                            .map(
                                                advice ->
                                                    new RequestPreview(
                                                        asked.stream()
                                                            .map(RequestPreviews::item)
                                                            .toList(),
                                                        check,
                                                        answer,
                                                        overlaps(held, names),
                                                        advice)))));
  }

  private static RequestPreview.Item item(DataItem item) {
    return new RequestPreview.Item(
        item.id(),
        item.name(),
        item.sharingType(),
        item.sharingType() == SharingType.CONDITIONAL ? item.sharingCondition() : null);
  }

  /** By name, because a later version of the resource has the same items anew. */
  private static List<RequestPreview.Overlap> overlaps(List<GrantTerms> held, Set<String> names) {
    return held.stream()
        .map(
            grant ->
                new RequestPreview.Overlap(
                    grant.id(),
                    grant.itemNames().stream().filter(names::contains).toList(),
                    grant.expiresAt()))
        .filter(overlap -> !overlap.items().isEmpty())
        .toList();
  }
}
