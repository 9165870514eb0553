-- When a node's leases of a run were last renewed. It takes the place of run_lease, which the release
-- before still writes and the next one drops.
CREATE TABLE node_lease (
    run_id    uuid        NOT NULL REFERENCES run,
    node      text        NOT NULL,
    issued_at timestamptz NOT NULL,
    PRIMARY KEY (run_id, node)
);
