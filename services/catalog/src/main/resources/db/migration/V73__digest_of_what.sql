-- What is told of each event in the digest, and where it leads.
ALTER TABLE subscription_event
    ADD COLUMN arguments text,
    ADD COLUMN link      text;
UPDATE subscription_event SET arguments = json_build_object('resource', name)::text;
-- A replica of the release before writes none.
ALTER TABLE subscription_event ALTER COLUMN arguments SET DEFAULT '{}';
UPDATE subscription_event SET arguments = '{}' WHERE arguments IS NULL;
ALTER TABLE subscription_event ALTER COLUMN arguments SET NOT NULL;
