-- How a service's tables were when its design was written last; older services know nothing of it.
ALTER TABLE exchange_service ADD COLUMN expected text;

-- How tables of a paused run differ from that.
CREATE TABLE run_drift (
    run_id      uuid        NOT NULL REFERENCES run,
    node        text        NOT NULL REFERENCES node,
    side        text        NOT NULL,
    differences text        NOT NULL,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (run_id, node, side)
);
