-- Trials: what both ends say of a run before there is one. Rows are sealed for who asked.
CREATE TABLE trial (
    id            uuid        PRIMARY KEY,
    service_id    uuid        NOT NULL REFERENCES exchange_service,
    reader_key    text,
    state         text        NOT NULL,
    source_plan   text,
    target_plan   text,
    sealed_key    text,
    sealed_rows   text,
    columns       text        NOT NULL,
    reason        text,
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    ended_at      timestamptz,
    version       bigint      NOT NULL
);
CREATE INDEX ON trial (service_id, requested_at DESC);
