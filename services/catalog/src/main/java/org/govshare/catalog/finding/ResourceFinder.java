package org.govshare.catalog.finding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Finds resources. Reads outside any session: what is shown of a hit needs no entities. */
@Singleton
class ResourceFinder {

  private static final long[] NONE = {};

  private final Pool pool;

  ResourceFinder(Pool pool) {
    this.pool = pool;
  }

  Uni<Found> find(ResourceQuery query, FacetFilter filter, Slice slice) {
    FindStatement statement = new FindStatement(query, filter, slice);
    return pool.preparedQuery(statement.sql())
        .execute(statement.parameters())
        .map(ResourceFinder::found);
  }

  Uni<FoundIds> everything(ResourceQuery query, FacetFilter filter) {
    FindStatement statement = new FindStatement(query, filter);
    return pool.preparedQuery(statement.sql())
        .execute(statement.parameters())
        .map(
            rows -> {
              List<UUID> ids = new ArrayList<>(rows.size());
              long items = 0;
              for (Row row : rows) {
                ids.add(row.getUUID("id"));
                items += row.getInteger("item_count");
              }
              return new FoundIds(ids, items);
            });
  }

  private static Found found(RowSet<Row> rows) {
    List<FoundResource> found = new ArrayList<>();
    Row first = null;
    for (Row row : rows) {
      first = first == null ? row : first;
      if (row.getUUID("id") != null) {
        found.add(FoundResource.of(row));
      }
    }
    return new Found(
        found, counts(first, "facets"), counts(first, "found"), counts(first, "dated"));
  }

  private static long[] counts(Row first, String column) {
    Long[] counts = first.getArrayOfLongs(column);
    return counts == null ? NONE : Arrays.stream(counts).mapToLong(Long::longValue).toArray();
  }
}
