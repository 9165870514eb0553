-- How requests were answered counts for the resource, whichever of its versions was asked for; a new
-- version does not forget it.
CREATE OR REPLACE VIEW resource_quality_check AS
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
    FROM information_resource asked
    JOIN access_request request ON request.resource_id = asked.id
    JOIN deadline_clock clock ON clock.object_id = request.id
    WHERE asked.series_id = resource.series_id AND clock.step = 'REQUEST_DECISION'
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
