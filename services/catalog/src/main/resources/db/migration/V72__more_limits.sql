-- How long the steps may take that had no limit yet.
INSERT INTO time_limit VALUES
    ('REQUEST_MENDING', 10, 2, 'govshare', now(), 0),
    ('OBJECTION_INFORMATION', 5, 1, 'govshare', now(), 0),
    ('OBJECTION_ARBITRATION', 10, 2, 'govshare', now(), 0),
    ('DEMAND_ASSIGNMENT', 5, 1, 'govshare', now(), 0),
    ('OPENING_REVIEW', 5, 1, 'govshare', now(), 0);

-- The day of a promise whose passing has been told, so that it is told once.
ALTER TABLE demand ADD COLUMN passing_told date;
CREATE INDEX ON demand (available_by) WHERE state = 'PLANNED';

-- Steps of campaigns that wait already get the last day of their batch.
UPDATE deadline_clock c
SET due_at = (d.day + time '23:59:59') AT TIME ZONE 'Asia/Shanghai',
    remind_before = 5,
    remind_at = (d.day - 7)::timestamp AT TIME ZONE 'Asia/Shanghai',
    revision = c.revision + 1
FROM (
    SELECT p.id,
        CASE p.step WHEN 'PLAN' THEN b.plan_until WHEN 'SURVEY' THEN b.survey_until
            WHEN 'GENERATE' THEN b.generate_until ELSE b.review_until END AS day
    FROM campaign_participant p
    JOIN campaign_batch b ON b.campaign_id = p.campaign_id AND b.number = p.batch) d
WHERE c.step = 'CAMPAIGN_STEP' AND c.object_id = d.id AND c.state <> 'STOPPED';
