-- What makes a good entry, and how much each thing counts. All weights together are the full score.
CREATE TABLE quality_criterion (
    code     text    PRIMARY KEY,
    weight   integer NOT NULL CHECK (weight BETWEEN 0 AND 100),
    position integer NOT NULL UNIQUE
);
INSERT INTO quality_criterion (code, weight, position) VALUES
    ('SUMMARY', 8, 1),
    ('KEYWORDS', 6, 2),
    ('CONTACT', 8, 3),
    ('FORMAT_TYPE', 6, 4),
    ('OFFICE', 6, 5),
    ('FUNCTION', 8, 6),
    ('SYSTEM', 4, 7),
    ('CENSUS', 8, 8),
    ('OPEN_CONDITION', 4, 9),
    ('ITEMS_DESCRIBED', 10, 10),
    ('FRESHNESS', 20, 11),
    ('ANSWERS_IN_TIME', 12, 12);

-- How long data stay fresh: one period of their update frequency.
CREATE FUNCTION update_period(frequency text) RETURNS interval LANGUAGE sql IMMUTABLE AS
$$
    SELECT CASE frequency
        WHEN 'REALTIME' THEN interval '1 day'
        WHEN 'DAILY' THEN interval '1 day'
        WHEN 'WEEKLY' THEN interval '7 days'
        WHEN 'TEN_DAYS' THEN interval '10 days'
        WHEN 'MONTHLY' THEN interval '1 month'
        WHEN 'QUARTERLY' THEN interval '3 months'
        WHEN 'YEARLY' THEN interval '1 year'
        ELSE interval '2 years'
    END
$$;

-- How far each criterion is met by each resource, from 0 to 1; a criterion that says
-- nothing about a resource (nobody ever asked for it) has no row. Fresh data meet theirs fully for
-- one period, and not at all after two.
CREATE VIEW resource_quality_check AS
SELECT resource.id AS resource_id, criterion.code, criterion.weight, criterion.position, checked.met
FROM information_resource resource
CROSS JOIN LATERAL (
    SELECT avg((item.description IS NOT NULL OR item.data_element_id IS NOT NULL)::integer) AS share
    FROM data_item item
    WHERE item.resource_id = resource.id
) described
CROSS JOIN LATERAL (
    SELECT extract(epoch FROM now() - coalesce(resource.data_updated_at, resource.published_at))
        / extract(epoch FROM update_period(resource.update_frequency)) AS periods
) age
CROSS JOIN LATERAL (
    SELECT avg((clock.due_at >= coalesce(clock.stopped_at, now()))::integer) AS share
    FROM access_request request
    JOIN deadline_clock clock ON clock.object_id = request.id
    WHERE request.resource_id = resource.id AND clock.step = 'REQUEST_DECISION'
      AND clock.due_at IS NOT NULL AND (clock.state = 'STOPPED' OR clock.due_at < now())
) answered
CROSS JOIN LATERAL (VALUES
    ('SUMMARY', (char_length(resource.summary) >= 20)::integer::numeric),
    ('KEYWORDS', (cardinality(resource.keywords) > 0)::integer),
    ('CONTACT', (coalesce(resource.contact_phone, resource.contact_email) IS NOT NULL)::integer),
    ('FORMAT_TYPE', (resource.format_type IS NOT NULL)::integer),
    ('OFFICE', (resource.office_id IS NOT NULL)::integer),
    ('FUNCTION', (coalesce(resource.function_id, resource.matter_id) IS NOT NULL)::integer),
    ('SYSTEM', (resource.system_id IS NOT NULL)::integer),
    ('CENSUS', (resource.storage_gb IS NOT NULL
        AND (resource.data_structure <> 'STRUCTURED' OR resource.row_count > 0))::integer),
    ('OPEN_CONDITION', CASE WHEN resource.open_type = 'ON_REQUEST'
        THEN (resource.open_condition IS NOT NULL)::integer END),
    ('ITEMS_DESCRIBED', described.share),
    ('FRESHNESS', CASE WHEN age.periods IS NOT NULL
        THEN least(1, greatest(0, 2 - age.periods)) END),
    ('ANSWERS_IN_TIME', answered.share)
) AS checked (code, met)
JOIN quality_criterion criterion ON criterion.code = checked.code
WHERE checked.met IS NOT NULL AND criterion.weight > 0;

-- The scores of all published resources as of the last refresh, from 0 to 100; "gain" is what
-- meeting the criterion fully would add to the resource's score.
CREATE MATERIALIZED VIEW resource_quality AS
SELECT
    checked.resource_id,
    (100 * sum(checked.weight * checked.met) / sum(checked.weight))::numeric(5, 2) AS score,
    array_agg(checked.code ORDER BY checked.weight * (1 - checked.met) DESC, checked.position)
        FILTER (WHERE checked.met < 1) AS unmet,
    array_agg(100 * checked.weight * (1 - checked.met) / weights.total
        ORDER BY checked.weight * (1 - checked.met) DESC, checked.position)
        FILTER (WHERE checked.met < 1) AS gains
FROM resource_quality_check checked
JOIN (
    SELECT resource_id, sum(weight)::numeric AS total
    FROM resource_quality_check
    GROUP BY resource_id
) weights USING (resource_id)
JOIN information_resource resource ON resource.id = checked.resource_id
WHERE resource.state = 'PUBLISHED'
GROUP BY checked.resource_id;
CREATE UNIQUE INDEX ON resource_quality (resource_id);
CREATE INDEX ON resource_quality (score, resource_id);

CREATE TABLE quality_refresh (
    refreshed_at timestamptz NOT NULL
);
INSERT INTO quality_refresh VALUES ('epoch');
