-- The search page by hand: everything that holds the words (one word here), counted in all and by
-- nine facets, and the best twenty with the names of the items that were hit. On the same tables and
-- indexes as the service, straight on the columns. Parameters: 1 the pairs of the word, 2 the word,
-- 3 the word with a trailing %, 4 the word between two %.
with hit as materialized (
  select r.id, r.department_code, r.category_code, r.sharing_type, r.open_type, r.format,
    r.data_structure, r.state, r.update_frequency,
    extract(year from r.published_at at time zone 'Asia/Shanghai') as year, r.published_at,
    case when t.name = ?2 then 0 when t.name like ?3 then 1 when t.name like ?4 then 2
      when t.keywords like ?4 then 3 when t.items like ?4 then 4 else 5 end as rank
  from resource_text t join information_resource r on r.id = t.resource_id
  where t.tokens @> ?1 and r.state = 'PUBLISHED'
    and (t.name like ?4 or t.keywords like ?4 or t.items like ?4 or t.other like ?4)),
counted as (
  select grouping(department_code, category_code, sharing_type, open_type, format, data_structure,
      state, update_frequency, year) as facet,
    coalesce(department_code, category_code, sharing_type, open_type, format, data_structure, state,
      update_frequency, cast(year as text)) as value, count(*) as found
  from hit
  group by grouping sets ((), (department_code), (category_code), (sharing_type), (open_type),
    (format), (data_structure), (state), (update_frequency), (year))),
page as (
  select id, rank, published_at from hit order by rank, published_at desc, id limit 20)
select * from (
  select 'hit' as kind, cast(null as integer) as facet, cast(null as text) as value,
    cast(null as bigint) as found, r.id, r.identifier, r.name, r.version, r.state, r.summary,
    r.keywords, r.category_code, r.department_code, d.name as department, r.format,
    r.data_structure, r.sharing_type, r.open_type, r.update_frequency, r.row_count, r.item_count,
    r.published_at, r.updated_at,
    array(select i.name from data_item i where i.resource_id = r.id and i.name like ?4
      order by i.position) as items, p.rank
  from page p join information_resource r on r.id = p.id
  join department d on d.code = r.department_code
  order by p.rank, p.published_at desc, p.id) hits
union all
select 'count', facet, value, found, null, null, null, null, null, null, null, null, null, null,
  null, null, null, null, null, null, null, null, null, null, null
from counted
