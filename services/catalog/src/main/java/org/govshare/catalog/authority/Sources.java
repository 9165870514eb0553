package org.govshare.catalog.authority;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/** Looks up what is decided on data. */
@Singleton
class Sources {

  /**
   * Of several candidates that name one datum, the source whose resource is published comes first.
   */
  private static final String SOURCES =
      """
      select distinct on (s.item_key) s.item_key, d.code, d.name as department_name,
        r.id as resource_id, r.identifier, r.name as resource_name, i.id as item_id,
        s.item_name
      from authoritative_source s
        join department d on d.code = s.department_code
        left join information_resource r on r.series_id = s.series_id and r.state = 'PUBLISHED'
        left join lateral (
          select id from data_item i where i.resource_id = r.id and i.name = s.item_name
          order by position limit 1) i on true
      where s.item_key = any ($1)
      order by s.item_key, i.id is null, r.id is null, s.candidate_id
      """;

  private static final String ALONE =
      """
      select x.item_id, x.resource_id, d.code, d.name from compared_item x
        join department d on d.code = x.department_code
      where x.item_id = any ($1) and x.base_library and not exists (
        select 1 from compared_item y
        where y.item_key = x.item_key and y.base_library
          and y.department_code <> x.department_code)
      """;

  private final Pool database;

  Sources(Pool database) {
    this.database = database;
  }

  /**
   * The source of a datum.
   *
   * @param resourceId its published resource, {@code null} if none is published now
   */
  record Source(
      DepartmentView department,
      UUID resourceId,
      String identifier,
      String resourceName,
      UUID itemId,
      String itemName) {}

  /** Sources by key, of those data that have one. */
  Uni<Map<String, Source>> of(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return database
        .preparedQuery(SOURCES)
        .execute(Tuple.tuple().addArrayOfString(keys.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Source> sources = new HashMap<>();
              for (Row row : rows) {
                sources.put(row.getString("item_key"), source(row));
              }
              return sources;
            });
  }

  /** Of these items those of base libraries whose datum no other department keeps there. */
  Uni<Map<UUID, SourceView>> alone(Map<UUID, String> names) {
    return database
        .preparedQuery(ALONE)
        .execute(Tuple.tuple().addArrayOfUUID(names.keySet().toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, SourceView> alone = new HashMap<>();
              for (Row row : rows) {
                UUID item = row.getUUID("item_id");
                alone.put(
                    item,
                    SourceView.alone(
                        item,
                        names.get(item),
                        new DepartmentView(row.getString("code"), row.getString("name")),
                        row.getUUID("resource_id")));
              }
              return alone;
            });
  }

  private static Source source(Row row) {
    return new Source(
        new DepartmentView(row.getString("code"), row.getString("department_name")),
        row.getUUID("resource_id"),
        row.getString("identifier"),
        row.getString("resource_name"),
        row.getUUID("item_id"),
        row.getString("item_name"));
  }
}
