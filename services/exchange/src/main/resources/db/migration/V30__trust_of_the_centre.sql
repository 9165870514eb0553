-- When the leases of a run were last signed, and until when they hold.
CREATE TABLE run_lease (
    run_id      uuid        PRIMARY KEY REFERENCES run,
    issued_at   timestamptz NOT NULL,
    valid_until timestamptz NOT NULL
);

-- Heads of receipt chains that the exchange has countersigned.
CREATE TABLE channel_head (
    channel_id uuid        NOT NULL REFERENCES channel,
    sequence   bigint      NOT NULL,
    digest     text        NOT NULL,
    signed_at  timestamptz NOT NULL,
    key_id     text        NOT NULL,
    signature  bytea       NOT NULL,
    PRIMARY KEY (channel_id, sequence)
);
