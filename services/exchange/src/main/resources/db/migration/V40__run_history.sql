-- How fast a run's part in a channel goes, and what it is expected to come to.
ALTER TABLE run_channel ADD COLUMN expected_rows bigint;
ALTER TABLE run_channel ADD COLUMN pace text;

-- What the history of runs is searched by.
CREATE INDEX ON run ((coalesce(started_at, requested_at)) DESC, id);
CREATE INDEX ON run (service_id, (coalesce(started_at, requested_at)) DESC);
CREATE INDEX ON run (state, (coalesce(started_at, requested_at)) DESC);
CREATE INDEX ON run (reason, (coalesce(started_at, requested_at)) DESC) WHERE reason IS NOT NULL;
CREATE INDEX ON channel (source_node);
CREATE INDEX ON channel (target_node);
