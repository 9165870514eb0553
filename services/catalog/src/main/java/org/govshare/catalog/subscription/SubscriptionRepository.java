package org.govshare.catalog.subscription;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on subscriptions. */
@Singleton
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

  Uni<Page<Subscription>> page(
      Caller caller, SubscriptionKind kind, String target, PageRequest page) {
    String condition = "owner = ?1 and (?2 is null or kind = ?2) and (?3 is null or target = ?3)";
    return count(condition, caller.name(), kind, target)
        .chain(
            total ->
                find(condition + " order by createdAt desc, id", caller.name(), kind, target)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Subscription> found) -> Page.of(found, total, page)));
  }

  /** One of the caller's own, to change it; others' do not exist. */
  Uni<Subscription> own(Caller caller, UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .invoke(
            found -> {
              if (found == null || !found.owner().equals(caller.name())) {
                throw new NotFound("subscription-not-found", id);
              }
            });
  }

  Uni<Long> countOf(String owner) {
    return count("owner", owner);
  }

  Uni<Boolean> exists(String owner, SubscriptionKind kind, String target) {
    return count("owner = ?1 and kind = ?2 and target = ?3", owner, kind, target)
        .map(found -> found > 0);
  }

  /** Subscriptions to any of these, and all queries: whether those match is to be looked at. */
  Uni<List<Subscription>> candidates(
      Collection<String> series, Collection<String> departments, Collection<String> categories) {
    return list(
        "(kind = ?1 and target in ?2) or (kind = ?3 and target in ?4)"
            + " or (kind = ?5 and target in ?6) or kind = ?7",
        SubscriptionKind.RESOURCE,
        series,
        SubscriptionKind.DEPARTMENT,
        departments,
        SubscriptionKind.CATEGORY,
        categories,
        SubscriptionKind.QUERY);
  }
}
