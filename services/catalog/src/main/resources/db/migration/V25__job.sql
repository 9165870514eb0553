-- Long work. The columns from holder on belong to the replica that runs it: who, until when unless
-- it is heard of again, and for which time.
CREATE TABLE job (
    id                uuid        PRIMARY KEY,
    kind              text        NOT NULL,
    state             text        NOT NULL
        CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    owner             text        NOT NULL,
    department        text,
    parameters        text        NOT NULL,
    correlation       text,
    stage             text,
    done              bigint      NOT NULL DEFAULT 0,
    total             bigint,
    problem           text,
    problem_arguments text,
    result            text,
    cancel_requested  boolean     NOT NULL DEFAULT false,
    created_at        timestamptz NOT NULL,
    started_at        timestamptz,
    ended_at          timestamptz,
    holder            text,
    lease_until       timestamptz,
    attempt           integer     NOT NULL DEFAULT 0,
    CHECK (state <> 'RUNNING' OR (holder IS NOT NULL AND lease_until IS NOT NULL))
);
CREATE INDEX ON job (owner, created_at DESC);
CREATE INDEX ON job (created_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX ON job (ended_at);
