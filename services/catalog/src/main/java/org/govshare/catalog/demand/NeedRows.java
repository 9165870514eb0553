package org.govshare.catalog.demand;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads demands and requests as one catalogue. */
@Singleton
class NeedRows {

  private static final String NEEDS =
      """
      with need as (
          select 'DEMAND' as kind, d.id, d.department,
              coalesce(d.provider_department, d.preferred_department) as provider,
              d.provider_department as named, d.name, array_to_string(d.items, '、') as items,
              d.purpose, d.legal_basis, d.frequency, d.state, d.created_at
          from demand d
          union all
          select 'REQUEST', q.id, q.requester_department, q.provider_department,
              q.provider_department, r.name,
              (select string_agg(i.name, '、' order by a.position)
               from access_request_item a join data_item i on i.id = a.item_id
               where a.request_id = q.id),
              q.purpose, q.legal_basis, q.frequency, q.state, q.created_at
          from access_request q join information_resource r on r.id = q.resource_id
          where q.state <> 'DRAFT')
      """;

  private static final String CONDITION =
      """
      from need
      where ($1::text is null or department = $1 or named = $1)
        and ($2::text is null or department = $2)
        and ($3::text is null or provider = $3)
        and ($4::text is null or state = $4)
        and ($5::text is null or name like $5 escape '\\')
        and ($6::text is null or kind = $6)
      """;

  private final Pool pool;

  NeedRows(Pool pool) {
    this.pool = pool;
  }

  Uni<Long> count(String confinedTo, DemandFilter filter, NeedView.Kind kind) {
    return pool.preparedQuery(NEEDS + " select count(*) as total " + CONDITION)
        .execute(parameters(confinedTo, filter, kind))
        .map(rows -> rows.iterator().next().getLong("total"));
  }

  Uni<List<Row>> rows(
      String confinedTo, DemandFilter filter, NeedView.Kind kind, int offset, int limit) {
    return pool.preparedQuery(
            NEEDS + " select * " + CONDITION + " order by created_at desc, id offset $7 limit $8")
        .execute(parameters(confinedTo, filter, kind).addInteger(offset).addInteger(limit))
        .map(
            found -> {
              List<Row> rows = new ArrayList<>();
              found.forEach(rows::add);
              return rows;
            });
  }

  private static Tuple parameters(String confinedTo, DemandFilter filter, NeedView.Kind kind) {
    return Tuple.tuple()
        .addString(confinedTo)
        .addString(filter.department())
        .addString(filter.provider())
        .addString(filter.state())
        .addString(filter.pattern())
        .addString(kind == null ? null : kind.name());
  }
}
