-- When its author last changed it; a change of its items alone is a change too.
ALTER TABLE access_request ADD COLUMN edited_at timestamptz;
UPDATE access_request SET edited_at = created_at;
ALTER TABLE access_request ALTER COLUMN edited_at SET NOT NULL;
