-- What has befallen channels of runs: failures, restarts, backlogs that were dropped.
CREATE TABLE channel_event (
    id         uuid        PRIMARY KEY,
    run_id     uuid        NOT NULL REFERENCES run,
    channel_id uuid        NOT NULL REFERENCES channel,
    kind       text        NOT NULL,
    reason     text,
    actor      text,
    at         timestamptz NOT NULL
);
CREATE INDEX ON channel_event (run_id, at);
