package org.govshare.catalog.objection;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.govshare.catalog.grant.GrantHolders;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;

/** Tells the two departments and all who hold a grant on the item; never what a row holds. */
@Singleton
class ObjectionNews {

  private final ResourceRepository resources;
  private final ItemRepository items;
  private final GrantHolders grants;
  private final Notices notices;

  ObjectionNews(
      ResourceRepository resources, ItemRepository items, GrantHolders grants, Notices notices) {
    this.resources = resources;
    this.items = items;
    this.grants = grants;
    this.notices = notices;
  }

  /** The provider is asked to answer. */
  Uni<Void> toProvider(Objection objection, NoticeKind kind, String remark) {
    return tell(
        objection,
        kind,
        Recipients.role(objection.providerDepartment(), DEPARTMENT_REVIEWER),
        remark,
        "/objections/" + objection.id());
  }

  /** The reporter hears what became of it. */
  Uni<Void> toReporter(Objection objection, NoticeKind kind, String remark) {
    return tell(
        objection,
        kind,
        Recipients.person(objection.reportedBy()),
        remark,
        "/objections/" + objection.id());
  }

  /** The authority is asked to decide. */
  Uni<Void> toAuthority(Objection objection, String remark) {
    return tell(
        objection,
        NoticeKind.OBJECTION_ARBITRATION,
        Recipients.role(SHARING_REVIEWER),
        remark,
        "/objections/" + objection.id());
  }

  /** The other departments that use the item hear of it; they see the resource, not the row. */
  Uni<Void> toHolders(Objection objection, NoticeKind kind) {
    return resources
        .findById(objection.resourceId())
        .chain(resource -> grants.on(resource.seriesId(), objection.itemId()))
        .chain(
            holders ->
                tell(
                    objection,
                    kind,
                    others(holders, objection.reporterDepartment()),
                    "",
                    "/resources/" + objection.resourceId()));
  }

  private static Recipients others(Set<String> holders, String reporter) {
    Recipients all = Recipients.people(Set.of());
    for (String holder : holders) {
      if (!holder.equals(reporter)) {
        all = all.and(Recipients.role(holder, REQUESTER));
      }
    }
    return all;
  }

  private Uni<Void> tell(
      Objection objection, NoticeKind kind, Recipients to, String remark, String link) {
    return resources
        .findById(objection.resourceId())
        .chain(
            resource ->
                items
                    .findById(objection.itemId())
                    .chain(
                        item -> {
                          Map<String, String> arguments = new HashMap<>();
                          arguments.put("resource", resource.name());
                          arguments.put("item", item.name());
                          arguments.put("remark", remark == null ? "" : remark);
                          return notices.tell(new Notice(kind, to, arguments, link));
                        }));
  }
}
