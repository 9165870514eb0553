package org.govshare.catalog.authority;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads candidates and the items behind them. */
@Singleton
class CandidateList {

  private static final String SELECT =
      """
      select c.*,
        array(select name from department d where d.code = any (c.departments) order by code)
          as department_names,
        array(select code from department d where d.code = any (c.departments) order by code)
          as department_codes,
        last.number, last.verdict as last_verdict, last.department_code as last_department,
        last.series_id, last.item_name, last.reason, last.decided_by, last.decided_at
      from authority_candidate c
        left join lateral (
          select * from authority_decision d where d.candidate_id = c.id
          order by d.number desc limit 1) last on true
      """;

  private static final String ITEMS =
      """
      from authority_candidate c
        join compared_item x on x.item_key in (c.key_a, c.key_b)
        join data_item i on i.id = x.item_id
        join information_resource r on r.id = i.resource_id
        join department d on d.code = r.department_code
      where c.id = $1
      """;

  private final Pool database;

  CandidateList(Pool database) {
    this.database = database;
  }

  Uni<Page<CandidateView>> page(CandidateQuery query, PageRequest page) {
    List<Object> parameters = new ArrayList<>();
    String where = where(query, parameters);
    return database
        .preparedQuery("select count(*) from authority_candidate c" + where)
        .execute(Tuple.from(parameters))
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(
            total ->
                database
                    .preparedQuery(
                        SELECT
                            + where
                            + " order by c.score desc, c.item_count desc, c.id offset "
                            + page.offset()
                            + " limit "
                            + page.size())
                    .execute(Tuple.from(parameters))
                    .map(rows -> Page.of(list(rows), total, page)));
  }

  private static String where(CandidateQuery query, List<Object> parameters) {
    StringBuilder where = new StringBuilder(" where (c.found or c.verdict is not null)");
    if (query.status == CandidateStatus.OPEN) {
      where.append(" and c.verdict is null");
    } else if (query.status != null) {
      where.append(" and c.verdict = ").append(parameter(parameters, query.status.name()));
    }
    if (query.department != null) {
      where.append(" and ").append(parameter(parameters, query.department));
      where.append(" = any (c.departments)");
    }
    if (query.baseLibrary != null) {
      where.append(" and c.base_library = ").append(parameter(parameters, query.baseLibrary));
    }
    if (query.minScore != null) {
      where.append(" and c.score >= ").append(parameter(parameters, query.minScore));
    }
    if (query.q != null && !query.q.isBlank()) {
      String part = parameter(parameters, SearchText.folded(query.q));
      // Signs are in no key, so a word of nothing else is part of none.
      where.append(" and ").append(part).append(" <> ''");
      where.append(" and (strpos(c.key_a, ").append(part).append(") > 0");
      where.append(" or strpos(c.key_b, ").append(part).append(") > 0)");
    }
    return where.toString();
  }

  private static String parameter(List<Object> parameters, Object value) {
    parameters.add(value);
    return "$" + parameters.size();
  }

  /**
   * One candidate.
   *
   * @throws NotFound if there is none (404)
   */
  Uni<CandidateView> one(UUID id) {
    return database
        .preparedQuery(SELECT + " where c.id = $1")
        .execute(Tuple.of(id))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new NotFound("candidate-not-found", id);
              }
              return candidate(rows.iterator().next());
            });
  }

  /** The items behind a candidate, as they were compared last. */
  Uni<Page<ComparedItemView>> items(UUID id, PageRequest page) {
    return database
        .preparedQuery("select count(*) " + ITEMS)
        .execute(Tuple.of(id))
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(
            total ->
                database
                    .preparedQuery(
                        "select i.id, i.name, i.data_type, i.length, r.id as resource_id,"
                            + " r.identifier, r.name as resource_name, d.code,"
                            + " d.name as department_name "
                            + ITEMS
                            + " order by d.code, r.identifier, i.position, i.id offset "
                            + page.offset()
                            + " limit "
                            + page.size())
                    .execute(Tuple.of(id))
                    .map(
                        rows ->
                            Page.of(
                                StreamSupport.stream(rows.spliterator(), false)
                                    .map(CandidateList::item)
                                    .toList(),
                                total,
                                page)));
  }

  private static ComparedItemView item(Row row) {
    return new ComparedItemView(
        row.getUUID("id"),
        row.getString("name"),
        DataType.valueOf(row.getString("data_type")),
        row.getInteger("length"),
        row.getUUID("resource_id"),
        row.getString("identifier"),
        row.getString("resource_name"),
        new DepartmentView(row.getString("code"), row.getString("department_name")));
  }

  private static List<CandidateView> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(CandidateList::candidate).toList();
  }

  private static CandidateView candidate(Row row) {
    String first = row.getString("name_a");
    String second = row.getString("name_b");
    boolean single = row.getString("key_a").equals(row.getString("key_b"));
    return new CandidateView(
        row.getUUID("id"),
        single ? List.of(first) : List.of(first, second),
        row.getNumeric("score").doubleValue(),
        row.getNumeric("name_score").doubleValue(),
        row.getNumeric("type_score").doubleValue(),
        row.getNumeric("length_score").doubleValue(),
        departments(row),
        row.getInteger("resource_count"),
        row.getInteger("item_count"),
        row.getBoolean("base_library"),
        row.getBoolean("found"),
        row.getOffsetDateTime("found_at").toInstant(),
        decision(row),
        row.getLong("revision"));
  }

  private static List<DepartmentView> departments(Row row) {
    String[] codes = row.getArrayOfStrings("department_codes");
    String[] names = row.getArrayOfStrings("department_names");
    List<DepartmentView> departments = new ArrayList<>();
    for (String code : codes) {
      departments.add(new DepartmentView(code, names[Arrays.asList(codes).indexOf(code)]));
    }
    return departments;
  }

  private static DecisionView decision(Row row) {
    OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
    return decidedAt == null
        ? null
        : new DecisionView(
            row.getInteger("number"),
            Verdict.valueOf(row.getString("last_verdict")),
            row.getString("last_department"),
            row.getUUID("series_id"),
            row.getString("item_name"),
            row.getString("reason"),
            row.getString("decided_by"),
            decidedAt.toInstant());
  }
}
