package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.govshare.platform.version.ExpectedVersion;

/** Queries of orders, in the caller's session or transaction. */
@Singleton
class BulkOrderRows {

  private static final String ADD =
      """
      insert into bulk_order_item (job_id, position, resource_id, seen_revision)
      select ?1, cast(position as integer), resource, nullif(revision, -1)
      from unnest(cast(?2 as uuid[]), cast(?3 as bigint[])) with ordinality
          as wanted (resource, revision, position)
      """;

  private static final String DONE =
      """
      update bulk_order_item i set done = o.done, name = o.name, code = o.code,
          reason = o.reason, state = o.state, revision = nullif(o.revision, -1)
      from unnest(cast(?2 as integer[]), cast(?3 as boolean[]), cast(?4 as text[]),
              cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as bigint[]))
          as o (position, done, name, code, reason, state, revision)
      where i.job_id = ?1 and i.position = o.position
      """;

  private static final String ITEMS =
      """
       from bulk_order_item where job_id = ?1 and done is not null
          and (cast(?2 as boolean) is null or done = ?2)
      """;

  BulkOrderRows() {}

  /** One whose turn it is. */
  record Target(int position, UUID resource, Long revision) {}

  Uni<Void> add(
      UUID job, String owner, TransitionAction action, Map<UUID, ExpectedVersion> targets) {
    Long[] revisions =
        targets.values().stream()
            .map(version -> version == null ? -1L : version.value())
            .toArray(Long[]::new);
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "insert into bulk_order (job_id, owner, action) values (?1, ?2, ?3)")
                    .setParameter(1, job)
                    .setParameter(2, owner)
                    .setParameter(3, action.name())
                    .executeUpdate()
                    .chain(
                        () ->
                            session
                                .createNativeQuery(ADD)
                                .setParameter(1, job)
                                .setParameter(2, targets.keySet().toArray(UUID[]::new))
                                .setParameter(3, revisions)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  Uni<List<Target>> next(UUID job, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        """
                        select position, resource_id, seen_revision from bulk_order_item
                        where job_id = ?1 and done is null order by position limit ?2 for update
                        """,
                        Object[].class)
                    .setParameter(1, job)
                    .setParameter(2, limit)
                    .getResultList())
        .map(
            found ->
                found.stream()
                    .map(row -> new Target((Integer) row[0], (UUID) row[1], (Long) row[2]))
                    .toList());
  }

  Uni<Void> done(UUID job, List<Target> targets, List<BulkResult.Item> items) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(DONE)
                    .setParameter(1, job)
                    .setParameter(2, targets.stream().map(Target::position).toArray(Integer[]::new))
                    .setParameter(
                        3, items.stream().map(BulkResult.Item::done).toArray(Boolean[]::new))
                    .setParameter(
                        4, items.stream().map(BulkResult.Item::name).toArray(String[]::new))
                    .setParameter(
                        5, items.stream().map(BulkResult.Item::code).toArray(String[]::new))
                    .setParameter(
                        6, items.stream().map(BulkResult.Item::reason).toArray(String[]::new))
                    .setParameter(
                        7,
                        items.stream()
                            .map(item -> item.state() == null ? null : item.state().name())
                            .toArray(String[]::new))
                    .setParameter(
                        8,
                        items.stream()
                            .map(item -> item.revision() == null ? -1L : item.revision())
                            .toArray(Long[]::new))
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Integer> size(UUID job) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select cast(count(*) as integer) from bulk_order_item where job_id = ?1",
                        Integer.class)
                    .setParameter(1, job)
                    .getSingleResult());
  }

  Uni<Optional<String>> owner(UUID job) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select owner from bulk_order where job_id = ?1", String.class)
                    .setParameter(1, job)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  Uni<Page<BulkResult.Item>> items(UUID job, Boolean done, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createNativeQuery("select count(*)" + ITEMS, Long.class)
                            .setParameter(1, job)
                            .setParameter(2, done),
                        session
                            .createNativeQuery(
                                "select resource_id, name, done, code, reason, state, revision"
                                    + ITEMS
                                    + " order by position",
                                Object[].class)
                            .setParameter(1, job)
                            .setParameter(2, done),
                        page)
                    .map(found -> found.map(BulkOrderRows::item)));
  }

  private static BulkResult.Item item(Object[] row) {
    return new BulkResult.Item(
        (UUID) row[0],
        (String) row[1],
        (Boolean) row[2],
        (String) row[3],
        (String) row[4],
        row[5] == null ? null : ResourceState.valueOf((String) row[5]),
        (Long) row[6]);
  }
}
