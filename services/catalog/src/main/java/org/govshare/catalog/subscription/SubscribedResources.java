package org.govshare.catalog.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.lifecycle.ResourceListener;
import org.govshare.catalog.lifecycle.ResourceMoved;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.difference.Effect;
import org.govshare.catalog.resource.difference.FieldChange;
import org.govshare.catalog.resource.difference.ItemChange;
import org.govshare.catalog.resource.difference.VersionDifference;

/** Hears of publications and withdrawals, and tells subscribers. */
@Singleton
class SubscribedResources implements ResourceListener {

  private static final int NAMES_SHOWN = 10;

  /** Of a larger take-over nobody wants a notice for each resource: all get it in their digest. */
  private static final int AT_ONCE = 20;

  private static final Set<TransitionAction> NEWS =
      EnumSet.of(TransitionAction.PUBLISH, TransitionAction.WITHDRAW, TransitionAction.TAKE_OVER);

  private final ResourceRepository resources;
  private final NewsDesk desk;

  SubscribedResources(ResourceRepository resources, NewsDesk desk) {
    this.resources = resources;
    this.desk = desk;
  }

  @Override
  public Uni<Boolean> hearsOfTakeOver() {
    return desk.hasSubscribers();
  }

  @Override
  public Uni<Void> moved(ResourceMoved event) {
    if (!NEWS.contains(event.action())) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> ids = event.resources().stream().map(ResourceMoved.Moved::id).toList();
    return resources
        .list("id in ?1", ids)
        .map(
            found ->
                found.stream()
                    .collect(Collectors.toMap(InformationResource::id, Function.identity())))
        .chain(
            found ->
                desk.tell(
                    event.resources().stream()
                        .map(moved -> news(event, moved, found.get(moved.id())))
                        .toList(),
                    Recipients.people(Set.of()),
                    event.action() != TransitionAction.TAKE_OVER
                        || event.resources().size() <= AT_ONCE));
  }

  private static News news(
      ResourceMoved event, ResourceMoved.Moved moved, InformationResource resource) {
    if (event.action() == TransitionAction.WITHDRAW) {
      String reason = event.remark() == null ? "" : event.remark();
      return new News(NoticeKind.RESOURCE_WITHDRAWN, resource, Map.of("reason", reason));
    }
    if (moved.version() == 1) {
      return new News(NoticeKind.RESOURCE_PUBLISHED, resource, Map.of());
    }
    VersionDifference difference =
        Optional.ofNullable(moved.difference())
            .orElse(new VersionDifference(false, List.of(), List.of(), null));
    return new News(
        difference.breaking() ? NoticeKind.RESOURCE_VERSION_BREAKING : NoticeKind.RESOURCE_VERSION,
        resource,
        Map.of(
            "version", String.valueOf(moved.version()),
            "added", count(difference, ItemChange.Kind.ADDED),
            "removed", count(difference, ItemChange.Kind.REMOVED),
            "changed", count(difference, ItemChange.Kind.CHANGED),
            "breaking", breaking(difference),
            "tightened", shared(difference, Effect.SHARING_TIGHTENED),
            "loosened", shared(difference, Effect.SHARING_LOOSENED)));
  }

  /** The items that are shared otherwise; the resource itself where none of them has changed. */
  private static String shared(VersionDifference difference, Effect effect) {
    String items =
        difference.items().stream()
            .filter(item -> has(item.fields(), effect))
            .map(ItemChange::name)
            .limit(NAMES_SHOWN)
            .collect(Collectors.joining("、"));
    if (!items.isEmpty()) {
      return items;
    }
    return Notice.word(has(difference.fields(), effect) ? "whole" : "none");
  }

  private static boolean has(List<FieldChange> fields, Effect effect) {
    return fields.stream().anyMatch(change -> change.effect() == effect);
  }

  private static String count(VersionDifference difference, ItemChange.Kind kind) {
    return String.valueOf(
        difference.items().stream().filter(change -> change.kind() == kind).count());
  }

  private static String breaking(VersionDifference difference) {
    return Stream.concat(
            difference.items().stream().filter(ItemChange::breaking).map(ItemChange::name),
            difference.fields().stream()
                .filter(change -> change.effect() != null && change.effect().breaking())
                .map(FieldChange::field))
        .limit(NAMES_SHOWN)
        .collect(Collectors.joining("、"));
  }
}
