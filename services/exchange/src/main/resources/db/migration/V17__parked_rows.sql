-- What each target said last of the rows that did not fit: numbers and reasons, no contents.
CREATE TABLE parked_report (
    service_id  uuid        NOT NULL REFERENCES exchange_service,
    node        text        NOT NULL REFERENCES node,
    reported_at timestamptz NOT NULL,
    content     text        NOT NULL,
    PRIMARY KEY (service_id, node)
);

-- Decisions to give parked rows up.
CREATE TABLE parked_order (
    id         uuid        PRIMARY KEY,
    service_id uuid        NOT NULL REFERENCES exchange_service,
    run_id     uuid,
    reason     text,
    grounds    text        NOT NULL,
    row_count  bigint      NOT NULL,
    ordered_by text        NOT NULL,
    ordered_at timestamptz NOT NULL
);
CREATE INDEX ON parked_order (service_id, ordered_at DESC);

-- What the receipts of a run say of its rows.
ALTER TABLE run ADD COLUMN parked_rows bigint NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN superseded_rows bigint NOT NULL DEFAULT 0;

-- Parked rows on their way to one reader, sealed; kept for an hour.
CREATE TABLE parked_showing (
    id           uuid        PRIMARY KEY,
    service_id   uuid        NOT NULL REFERENCES exchange_service,
    node         text        NOT NULL REFERENCES node,
    sealed_key   text,
    sealed_rows  text,
    reason       text,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    ended_at     timestamptz,
    version      bigint      NOT NULL
);
