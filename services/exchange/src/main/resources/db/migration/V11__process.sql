-- Services that are run as a whole, one after the success of another.
CREATE TABLE process (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    graph      text        NOT NULL,
    created_by text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);

CREATE TABLE process_run (
    id           uuid        PRIMARY KEY,
    process_id   uuid        NOT NULL REFERENCES process,
    graph        text        NOT NULL,
    state        text        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    ended_at     timestamptz,
    version      bigint      NOT NULL
);
CREATE INDEX ON process_run (process_id, requested_at DESC);
CREATE UNIQUE INDEX process_run_one_live ON process_run (process_id) WHERE state = 'RUNNING';

CREATE TABLE process_step (
    id             uuid        PRIMARY KEY,
    process_run_id uuid        NOT NULL REFERENCES process_run,
    service_id     uuid        NOT NULL REFERENCES exchange_service,
    state          text        NOT NULL,
    run_id         uuid        UNIQUE REFERENCES run,
    reason         text,
    claim          uuid,
    not_before     timestamptz NOT NULL,
    started_at     timestamptz,
    ended_at       timestamptz,
    UNIQUE (process_run_id, service_id)
);
CREATE INDEX ON process_step (not_before) WHERE state = 'READY';
