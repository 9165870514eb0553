package org.govshare.catalog.finding;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.catalog.search.Highlighter;
import org.govshare.catalog.search.SearchText;

/**
 * One statement that reads a page of what was found together with the counts of all of it, from one
 * snapshot and in one round trip.
 *
 * <p>Pairs of characters find candidates by index. Where that is not enough to be sure, because
 * pairs may occur apart from each other, the search for the best place of each word is the check as
 * well: its rank is null if there is none.
 */
final class FindStatement {

  private static final String FOUND_BY_WORDS =
      """
      with hit as materialized (
        select t.resource_id as id, t.facets, t.newest, %s as rank
        from resource_text t
        where true%s),
      counted as (
        select facets, count(*) as found, %s as dated
        from hit where rank is not null group by facets),
      page as (
        select id, rank, newest from hit
        where rank is not null%s
        order by rank, newest desc, id offset %s limit %s)
      """;

  private static final String ALL =
      """
      with counted as (
        select facets, count(*) as found, %s as dated
        from information_resource group by facets),
      page as (
        select id, 0 as rank, newest from information_resource
        where true%s
        order by newest desc, id offset %s limit %s)
      """;

  /** What is shown of a resource {@code r} and its items {@code i}. */
  static final String COLUMNS =
      """
        r.identifier, r.name, r.version, r.state, r.summary, r.keywords,
        r.category_code, r.department_code, r.format, r.data_structure, r.sharing_type,
        r.open_type, r.update_frequency, r.row_count, r.item_count, r.published_at, r.updated_at,
        r.revision, i.ids, i.names, i.fields, i.descriptions
      """;

  /** What is shown of the items of a resource. */
  static final String ITEMS =
      """
        select array_agg(i.id order by i.position) as ids,
          array_agg(i.name order by i.position) as names,
          array_agg(i.field_name order by i.position) as fields,
          array_agg(i.description order by i.position) as descriptions
      """;

  /** From this rank on a word may occur in what an item says beside its name. */
  static final int OTHER_TEXT = 5;

  // The counts come with the first row, and with the only one if the page is empty.
  private static final String ANSWER =
      """
      select case when coalesce(p.place, 1) = 1 then total.facets end as facets,
        case when coalesce(p.place, 1) = 1 then total.found end as found,
        case when coalesce(p.place, 1) = 1 then total.dated end as dated,
        p.id, p.rank, p.newest,
      """
          + COLUMNS
          + """
      from (select array_agg(facets) as facets, array_agg(found) as found,
          array_agg(dated) as dated from counted) total
      left join (select page.*, row_number() over (order by rank, newest desc, id) as place
          from page) p on true
      left join information_resource r on r.id = p.id
      left join lateral (
      """
          + ITEMS
          + """
        from data_item i where i.resource_id = p.id and %s) i on true
      order by p.place
      """;

  private static final String EVERYTHING =
      """
      select id, item_count from information_resource where true%s order by identifier, id
      """;

  private static final String EVERYTHING_BY_WORDS =
      """
      with hit as materialized (
        select t.resource_id as id, t.facets, t.newest, %s as rank
        from resource_text t
        where true%s)
      select id, item_count from information_resource
      where id in (select id from hit where rank is not null%s) order by identifier, id
      """;

  private final List<Object> parameters = new ArrayList<>();
  private final String sql;

  /** Everything that is found, without counts and without an end. */
  FindStatement(ResourceQuery query, FacetFilter filter) {
    String dated = dated(query.published());
    String chosen = chosen(filter) + (dated.isEmpty() ? "" : " and " + dated);
    sql =
        query.words().isEmpty()
            ? EVERYTHING.formatted(chosen)
            : EVERYTHING_BY_WORDS.formatted(rank(query.words()), candidates(query.words()), chosen);
  }

  FindStatement(ResourceQuery query, FacetFilter filter, Slice slice) {
    String dated = dated(query.published());
    String found = dated.isEmpty() ? "count(*)" : "count(*) filter (where " + dated + ")";
    String chosen =
        chosen(filter)
            + (dated.isEmpty() ? "" : " and " + dated)
            + slice.after().map(position -> behind(position, query)).orElse("");
    String offset = parameter(slice.page().offset());
    String limit = parameter(slice.page().size() + 1);
    sql =
        query.words().isEmpty()
            ? ALL.formatted(found, chosen, offset, limit) + ANSWER.formatted("false")
            : FOUND_BY_WORDS.formatted(
                    rank(query.words()), candidates(query.words()), found, chosen, offset, limit)
                + ANSWER.formatted(itemsMatter(query.words()));
  }

  String sql() {
    return sql;
  }

  Tuple parameters() {
    return Tuple.tuple(parameters);
  }

  private String parameter(Object value) {
    parameters.add(value);
    return "$" + parameters.size();
  }

  private String time(Instant instant) {
    return parameter(instant.atOffset(ZoneOffset.UTC));
  }

  /**
   * How well the words hit: 0 the name itself, 1 its beginning, 2 within it, 3 a keyword, 4 an
   * item, 5 other text, 6 pinyin of the name, 7 pinyin of the rest. Of several words these are
   * added.
   */
  private String rank(List<String> words) {
    String whole = String.join(" ", words);
    return "case when t.name = "
        + parameter(whole)
        + " then 0 when t.name like "
        + parameter(SearchText.likePrefix(whole))
        + " then 1 else "
        + words.stream().map(this::rankOf).collect(Collectors.joining(" + "))
        + " end";
  }

  private String rankOf(String word) {
    String pattern = parameter(SearchText.likePattern(word));
    StringBuilder rank = new StringBuilder("case");
    when(rank, "name", pattern, 2);
    when(rank, "keywords", pattern, 3);
    when(rank, "items", pattern, 4);
    boolean sure = SearchText.isOnePair(word);
    if (!sure) {
      when(rank, "other", pattern, 5);
    }
    if (Highlighter.mayBeInitials(word)) {
      when(rank, "name_initials", pattern, 6);
      when(rank, "initials", pattern, 7);
    }
    return rank.append(sure ? " else 5 end" : " end").toString();
  }

  private static void when(StringBuilder rank, String column, String pattern, int value) {
    rank.append(" when t.")
        .append(column)
        .append(" like ")
        .append(pattern)
        .append(" then ")
        .append(value);
  }

  private String candidates(List<String> words) {
    int[] tokens = SearchText.pairs(words);
    return tokens.length == 0
        ? ""
        : " and t.tokens @> " + parameter(Arrays.stream(tokens).boxed().toArray(Integer[]::new));
  }

  private String chosen(FacetFilter filter) {
    StringBuilder conditions = new StringBuilder();
    filter
        .wanted()
        .forEach(
            (facet, codes) -> {
              Integer[] all = codes.stream().boxed().toArray(Integer[]::new);
              conditions
                  .append(" and ")
                  .append(facet.sql("facets"))
                  .append(
                      all.length == 1
                          ? " = " + parameter(all[0])
                          : " = any(" + parameter(all) + ")");
            });
    if (!filter.choosesPublicStates()) {
      Integer[] open = filter.seenEverywhere().stream().boxed().toArray(Integer[]::new);
      conditions
          .append(" and (")
          .append(Facet.STATE.sql("facets"))
          .append(" = any(")
          .append(parameter(open))
          .append(") or ")
          .append(Facet.DEPARTMENT.sql("facets"))
          .append(" = ")
          .append(parameter(filter.inside() == 0 ? -1 : filter.inside()))
          .append(")");
    }
    return conditions.toString();
  }

  private String dated(DateRange published) {
    return published.isOpen()
        ? ""
        : "("
            + Facet.YEAR.sql("facets")
            + " > 0 and newest >= "
            + time(published.start())
            + " and newest < "
            + time(published.end())
            + ")";
  }

  private String behind(Position position, ResourceQuery query) {
    String newest = time(position.newest());
    String older =
        "newest <= "
            + newest
            + " and (newest < "
            + newest
            + " or id > "
            + parameter(position.id())
            + ")";
    if (query.words().isEmpty()) {
      return " and " + older;
    }
    String rank = parameter(position.rank());
    return " and (rank > " + rank + " or (rank = " + rank + " and " + older + "))";
  }

  /** Items are read only where a word occurs in them or may do so. */
  private String itemsMatter(List<String> words) {
    if (words.stream().anyMatch(Highlighter::mayBeInitials)) {
      return "true";
    }
    return "(p.rank >= "
        + OTHER_TEXT
        + " or exists (select 1 from resource_text t"
        + " where t.resource_id = p.id and t.items like any ("
        + parameter(words.stream().map(SearchText::likePattern).toArray(String[]::new))
        + ")))";
  }
}
