package org.govshare.catalog.authority;

/**
 * The steps of a comparison, as sets. Temporary tables vanish with the transaction. Names resemble
 * each other as {@link org.govshare.catalog.search.NameSimilarity} says; here all that might do so
 * are found at once.
 */
final class ComparisonSql {

  /** Decisions and comparisons wait for each other: both derive the sources. */
  static final String LOCK = "select pg_advisory_xact_lock(" + AuthorityRepository.LOCK + ")";

  /** A standard data element's own name is among its words, so that another's synonym yields. */
  static final String WORDS =
      """
      select word, meaning, false from item_synonym
      union all
      select called, name, true
      from data_element, unnest(name || synonyms) as called
      where effective_on <= ? and (repealed_on is null or repealed_on > ?)
      """;

  static final String FORGET_WORDS = "delete from compared_word";

  static final String KEEP_WORDS = "insert into compared_word select * from unnest(?, ?, ?)";

  static final String COUNT =
      """
      select coalesce(sum(item_count), 0) from information_resource where state = 'PUBLISHED'
      """;

  static final String FIRST_NAMES =
      """
      select i.id, i.name from data_item i
        join information_resource r on r.id = i.resource_id and r.state = 'PUBLISHED'
      order by i.id limit ?
      """;

  static final String NEXT_NAMES =
      """
      select i.id, i.name from data_item i
        join information_resource r on r.id = i.resource_id and r.state = 'PUBLISHED'
      where i.id > ? order by i.id limit ?
      """;

  static final String ITEMS =
      """
      create temporary table scanned (item_id uuid, item_key text) on commit drop
      """;

  static final String KEEP_KEYS = "insert into scanned select * from unnest(?, ?)";

  /** Items with what they are compared by, and the data that they are items of. */
  static final String DATA =
      """
      create temporary table keyed on commit drop as
      select s.item_id, s.item_key, i.name, i.data_type, i.length, i.resource_id,
        r.department_code, left(r.category_code, 2) = '01' as base_library
      from scanned s
        join data_item i on i.id = s.item_id
        join information_resource r on r.id = i.resource_id
      where length(s.item_key) >= 2;

      create temporary table datum on commit drop as
      select row_number() over (order by item_key) as datum_id, grouped.* from (
        select item_key,
          mode() within group (order by name) as name,
          array_agg(distinct department_code order by department_code) as departments,
          count(distinct resource_id) as resources,
          count(*) as items,
          mode() within group (order by data_type) as data_type,
          mode() within group (order by length) as length,
          -- Of the items, what share has the type and the length that most have.
          avg(case when data_type = top_type then 1 else 0 end) as same_type,
          avg(case when length is not distinct from top_length then 1 else 0 end) as same_length,
          bool_or(base_library) as base_library
        from (
          select keyed.*,
            first_value(data_type) over (partition by item_key order by type_count desc, data_type)
              as top_type,
            first_value(length) over (partition by item_key order by length_count desc, length)
              as top_length
          from (
            select keyed.*,
              count(*) over (partition by item_key, data_type) as type_count,
              count(*) over (partition by item_key, length) as length_count
            from keyed) keyed) keyed
        group by item_key) grouped;
      analyze datum
      """;

  /** Every pair of neighbouring characters of every key, and how many keys hold it. */
  static final String PAIRS =
      """
      create temporary table pair on commit drop as
      select distinct datum_id, substr(item_key, at, 2) as pair
      from datum, generate_series(1, length(item_key) - 1) at;
      create temporary table frequency on commit drop as
      select pair, count(*) as keys from pair group by pair;
      create temporary table bag on commit drop as
      select datum_id, array_agg(pair) as pairs, cast(count(*) as integer) as size
      from pair group by datum_id;
      create unique index on bag (datum_id);
      analyze pair;
      analyze bag;
      create temporary table leading_pair
        (pair text, datum_id bigint, size integer, place integer) on commit drop
      """;

  static final String LEADING_PAIRS =
      """
      insert into leading_pair
      select pair, datum_id, size, place from (
        select p.pair, p.datum_id, b.size, f.keys,
          row_number() over (partition by p.datum_id order by f.keys, p.pair) as place,
          ceil(b.size * cast(? as double precision) - 1e-9) as needed
        from pair p join frequency f on f.pair = p.pair join bag b on b.datum_id = p.datum_id
      ) ranked
      where place <= size - needed + 1 and keys between 2 and ?
      """;

  static final String LEADING_PAIRS_INDEX =
      """
      create index on leading_pair (pair, datum_id);
      analyze leading_pair;
      create temporary table resembling
        (a bigint, b bigint, name_score double precision) on commit drop;
      create temporary table scored (a bigint, b bigint, name_score double precision,
        type_score double precision, length_score double precision, score double precision)
        on commit drop
      """;

  /** Different keys whose names resemble each other, in two departments at least. */
  static final String RESEMBLING =
      """
      insert into resembling
      select met.a, met.b, met.name_score from (
        select candidate.a, candidate.b,
          2.0 * (select count(*) from unnest(x.pairs) one where one = any (y.pairs))
            / (x.size + y.size) as name_score
        from (
          select distinct one.datum_id as a, other.datum_id as b
          from leading_pair one
            join leading_pair other on other.pair = one.pair and other.datum_id > one.datum_id
            cross join lateral (
              select ceil(cast(? as double precision) / 2 * (one.size + other.size) - 1e-9) as enough
            ) common
          where one.place <= one.size - common.enough + 1
            and other.place <= other.size - common.enough + 1
        ) candidate
          join bag x on x.datum_id = candidate.a
          join bag y on y.datum_id = candidate.b
      ) met
        join datum one on one.datum_id = met.a
        join datum other on other.datum_id = met.b
      where met.name_score >= ?
        and (one.departments <> other.departments or cardinality(one.departments) > 1)
      """;

  /** Both kinds of candidates with their scores; of one name's resemblances the best. */
  static final String SCORED =
      """
      insert into scored
      with single as (
        select datum_id as a, datum_id as b, 1.0 as name_score,
          cast(same_type as double precision) as type_score,
          cast(same_length as double precision) as length_score
        from datum where cardinality(departments) > 1
      ),
      couple as (
        select r.a, r.b, r.name_score,
          case when one.data_type = other.data_type then 1.0
            when translate(one.data_type, 'CMGNYBIFDT', 'CCCNNNNNDD')
              = translate(other.data_type, 'CMGNYBIFDT', 'CCCNNNNNDD') then 0.5
            else 0.0 end as type_score,
          case when one.length is null and other.length is null then 1.0
            when one.length is null or other.length is null then 0.5
            else 1.0 * least(one.length, other.length) / greatest(one.length, other.length) end
            as length_score
        from resembling r
          join datum one on one.datum_id = r.a
          join datum other on other.datum_id = r.b
      ),
      scores as (
        select *, 0.7 * name_score + 0.2 * type_score + 0.1 * length_score as score
        from (select * from single union all select * from couple) both_kinds
      ),
      ranked as (
        select scores.*,
          case when a = b then 1 else row_number() over (
            partition by a, a = b order by score desc, b) end as place_a,
          case when a = b then 1 else row_number() over (
            partition by b, a = b order by score desc, a) end as place_b
        from scores where score >= ?
      )
      select a, b, name_score, type_score, length_score, score
      from ranked where least(place_a, place_b) <= ?
      """;

  static final String KEEP_CANDIDATES =
      """
      insert into authority_candidate (id, key_a, key_b, name_a, name_b, score, name_score,
        type_score, length_score, departments, resource_count, item_count, base_library, found,
        found_at, revision)
      select gen_random_uuid(), least(one.item_key, other.item_key),
        greatest(one.item_key, other.item_key),
        case when one.item_key <= other.item_key then one.name else other.name end,
        case when one.item_key <= other.item_key then other.name else one.name end,
        s.score, s.name_score, s.type_score, s.length_score,
        array(select unnest(one.departments) union select unnest(other.departments) order by 1),
        case when s.a = s.b then one.resources else one.resources + other.resources end,
        case when s.a = s.b then one.items else one.items + other.items end,
        one.base_library or other.base_library, true, ?, 0
      from scored s join datum one on one.datum_id = s.a join datum other on other.datum_id = s.b
      on conflict (key_a, key_b) do update set name_a = excluded.name_a, name_b = excluded.name_b,
        score = excluded.score, name_score = excluded.name_score,
        type_score = excluded.type_score, length_score = excluded.length_score,
        departments = excluded.departments, resource_count = excluded.resource_count,
        item_count = excluded.item_count, base_library = excluded.base_library, found = true,
        found_at = excluded.found_at
      """;

  /** Nobody decided on them, and they are candidates no longer. */
  static final String FORGET_CANDIDATES =
      "delete from authority_candidate where verdict is null and found_at <> ?";

  static final String MARK_LOST_CANDIDATES =
      "update authority_candidate set found = false where found_at <> ?";

  static final String FORGET_ITEMS = "delete from compared_item";

  static final String KEEP_ITEMS =
      """
      insert into compared_item
        (item_id, resource_id, department_code, item_key, data_type, length, base_library)
      select item_id, resource_id, department_code, item_key, data_type, length, base_library
      from keyed
      """;

  /** Decided candidates, whose keys change when synonyms do. */
  static final String DECIDED =
      """
      select id, name_a, name_b, key_a, key_b from authority_candidate where verdict is not null
      """;

  static final String MAKE_ROOM =
      "delete from authority_candidate where verdict is null and key_a = ? and key_b = ?";

  static final String MOVE =
      """
      update authority_candidate set key_a = ?, key_b = ?, name_a = ?, name_b = ?
      where id = ? and not exists (
        select 1 from authority_candidate other where other.key_a = ? and other.key_b = ?)
      """;

  static final String DERIVE = "select derive_authoritative_sources(null)";

  private ComparisonSql() {}
}
