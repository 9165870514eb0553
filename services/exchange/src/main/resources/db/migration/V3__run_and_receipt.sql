-- An ordered sequence of frames and its chain of receipts. A service keeps its channel until what
-- it transfers changes: the route is a digest of source, target, columns and keys.
CREATE TABLE channel (
    id            uuid        PRIMARY KEY,
    service_id    uuid        NOT NULL REFERENCES exchange_service,
    route         text        NOT NULL,
    source_node   text        NOT NULL REFERENCES node,
    target_node   text        NOT NULL REFERENCES node,
    last_sequence bigint      NOT NULL DEFAULT 0,
    head          bytea,
    created_at    timestamptz NOT NULL,
    UNIQUE (service_id, route)
);

CREATE TABLE run (
    id                    uuid        PRIMARY KEY,
    service_id            uuid        NOT NULL REFERENCES exchange_service,
    channel_id            uuid        NOT NULL REFERENCES channel,
    mode                  text        NOT NULL,
    design                text        NOT NULL,
    source_department     text        NOT NULL,
    target_department     text        NOT NULL,
    state                 text        NOT NULL,
    requested_by          text        NOT NULL,
    requested_at          timestamptz NOT NULL,
    started_at            timestamptz,
    ended_at              timestamptz,
    reason                text,
    detail                text,
    source_state          text,
    source_epoch          bigint      NOT NULL DEFAULT 0,
    source_messages       bigint      NOT NULL DEFAULT 0,
    source_rows           bigint      NOT NULL DEFAULT 0,
    source_bytes          bigint      NOT NULL DEFAULT 0,
    source_wire_bytes     bigint      NOT NULL DEFAULT 0,
    target_state          text,
    target_epoch          bigint      NOT NULL DEFAULT 0,
    target_messages       bigint      NOT NULL DEFAULT 0,
    target_rows           bigint      NOT NULL DEFAULT 0,
    target_bytes          bigint      NOT NULL DEFAULT 0,
    target_wire_bytes     bigint      NOT NULL DEFAULT 0,
    receipt_count         bigint      NOT NULL DEFAULT 0,
    receipt_last_sequence bigint,
    receipt_head_digest   text,
    end_receipt           boolean     NOT NULL DEFAULT false,
    version               bigint      NOT NULL
);
CREATE INDEX ON run (service_id, requested_at DESC);
CREATE INDEX ON run (requested_at DESC);
CREATE INDEX ON run (channel_id);
CREATE INDEX ON run (source_department, requested_at DESC);
CREATE INDEX ON run (target_department, requested_at DESC);
-- One live run per service.
CREATE UNIQUE INDEX run_one_live ON run (service_id) WHERE state IN ('REQUESTED', 'RUNNING');

CREATE TABLE receipt (
    channel_id       uuid        NOT NULL REFERENCES channel,
    sequence         bigint      NOT NULL,
    run_id           uuid        NOT NULL REFERENCES run,
    kind             text        NOT NULL,
    epoch            bigint      NOT NULL,
    row_count        bigint      NOT NULL,
    byte_count       bigint      NOT NULL,
    wire_byte_count  bigint      NOT NULL,
    frame_digest     text        NOT NULL,
    digest           text        NOT NULL,
    previous_digest  text        NOT NULL,
    committed_at     timestamptz NOT NULL,
    content          bytea       NOT NULL,
    target_signature bytea       NOT NULL,
    source_signature bytea       NOT NULL,
    received_at      timestamptz NOT NULL,
    PRIMARY KEY (channel_id, sequence)
);
CREATE INDEX ON receipt (run_id, sequence);

-- Receipts with good signatures that arrived before an earlier one of their channel.
CREATE TABLE waiting_receipt (
    channel_id       uuid        NOT NULL REFERENCES channel,
    sequence         bigint      NOT NULL,
    digest           text        NOT NULL,
    run_id           uuid        NOT NULL REFERENCES run,
    content          bytea       NOT NULL,
    target_signature bytea       NOT NULL,
    source_signature bytea       NOT NULL,
    received_at      timestamptz NOT NULL,
    PRIMARY KEY (channel_id, sequence)
);
CREATE INDEX ON waiting_receipt (run_id);

CREATE TABLE reconciliation (
    id            uuid        PRIMARY KEY,
    run_id        uuid        NOT NULL REFERENCES run,
    state         text        NOT NULL,
    source_rows   bigint,
    source_digest text,
    target_rows   bigint,
    target_digest text,
    reason        text,
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    ended_at      timestamptz,
    version       bigint      NOT NULL
);
CREATE INDEX ON reconciliation (run_id, requested_at DESC);
