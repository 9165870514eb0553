package org.govshare.catalog.finding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.search.Highlighter;

/**
 * Finds resources in memory and reads only the page from the database. The statement that reads it
 * also tells whether anything was written since the moment that is remembered; if so, its answer is
 * thrown away and given again with what was written. So what is found is of one snapshot, the
 * page's, as if the database had searched.
 */
@Singleton
class MemoryFinder {

  private static final int ATTEMPTS = 3;

  private static final String PAGE =
      """
      with now as materialized (
        select cast(pg_current_snapshot() as text) as moment,
          exists (select from search_change
            where written_by >= cast(cast($1 as text) as xid8)
              and not pg_visible_in_snapshot(written_by, cast(cast($2 as text) as pg_snapshot)))
          or (select forgotten from search_horizon) >= cast(cast($1 as text) as xid8) as later)
      select now.moment, now.later, asked.rank, r.newest, r.id,
      """
          + FindStatement.COLUMNS
          + """
      from now
      left join unnest(cast($3 as uuid[]), cast($4 as integer[]), cast($5 as boolean[]))
        with ordinality as asked (id, rank, hit, place) on not now.later
      left join information_resource r on r.id = asked.id
      left join lateral (
      """
          + FindStatement.ITEMS
          + """
        from data_item i where i.resource_id = r.id and asked.hit) i on true
      order by asked.place
      """;

  private final CatalogueMemory memory;
  private final Pool pool;

  MemoryFinder(CatalogueMemory memory, Pool pool) {
    this.memory = memory;
    this.pool = pool;
  }

  /** Finds; empty if the database has to search. */
  Uni<Optional<Found>> find(ResourceQuery query, FacetFilter filter, Slice slice) {
    if (!query.words().stream().allMatch(MemoryFinder::isRemembered)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return find(query, filter, slice, memory.now(), ATTEMPTS);
  }

  /** Of single characters and of initials there is no memory. */
  private static boolean isRemembered(String word) {
    return word.codePointCount(0, word.length()) >= 2 && !Highlighter.mayBeInitials(word);
  }

  private Uni<Optional<Found>> find(
      ResourceQuery query,
      FacetFilter filter,
      Slice slice,
      Optional<Recollection> remembered,
      int attempts) {
    if (remembered.isEmpty() || attempts == 0) {
      return Uni.createFrom().item(Optional.empty());
    }
    Recollection seen = remembered.get();
    Recollection.Selection selection = seen.select(query, filter, slice);
    return pool.preparedQuery(PAGE)
        .execute(parameters(seen, selection.places()))
        .chain(
            rows -> {
              Row first = rows.iterator().next();
              if (first.getBoolean("later")) {
                return memory
                    .caughtUp(seen)
                    .chain(now -> find(query, filter, slice, now, attempts - 1));
              }
              memory.confirm(seen, first.getString("moment"));
              return Uni.createFrom().item(Optional.of(found(selection, rows)));
            });
  }

  private static Tuple parameters(Recollection seen, List<Recollection.Place> places) {
    UUID[] ids = new UUID[places.size()];
    Integer[] ranks = new Integer[places.size()];
    Boolean[] hits = new Boolean[places.size()];
    for (int i = 0; i < ids.length; i++) {
      Recollection.Place place = places.get(i);
      ids[i] = place.id();
      ranks[i] = place.rank();
      hits[i] = place.hitsItem() || place.rank() >= FindStatement.OTHER_TEXT;
    }
    return Tuple.of(seen.oldest(), seen.moment(), ids, ranks, hits);
  }

  private static Found found(Recollection.Selection selection, RowSet<Row> rows) {
    List<FoundResource> found = new ArrayList<>(selection.places().size());
    for (Row row : rows) {
      if (row.getUUID("id") != null) {
        found.add(FoundResource.of(row));
      }
    }
    return new Found(found, selection.facets(), selection.found(), selection.dated());
  }
}
