-- Channels of runs that the provider's own node does not let send, and why.
CREATE TABLE run_withholding (
    run_id      uuid        NOT NULL REFERENCES run,
    channel_id  uuid        NOT NULL REFERENCES channel,
    node        text        NOT NULL,
    reason      text        NOT NULL,
    detail      text,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (run_id, channel_id)
);
