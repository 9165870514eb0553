-- Keys of rows that a run sends again, as the centre has sealed them for the source's node. A
-- replica of the release before cannot read such a row, and so sends nothing else in its place.
ALTER TABLE resend ADD COLUMN sealed_key text;
ALTER TABLE resend ADD COLUMN sealed_keys text;
ALTER TABLE resend ALTER COLUMN conditions DROP NOT NULL;

-- What was sent again by runs that have ended need not be known any longer.
DELETE FROM resend WHERE run_id IN (SELECT id FROM run WHERE ended_at IS NOT NULL);
