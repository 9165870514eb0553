-- When a service runs by itself, and within which bounds. A service without a row runs by hand.
CREATE TABLE service_schedule (
    service_id    uuid        PRIMARY KEY REFERENCES exchange_service,
    kind          text        NOT NULL,
    after_service uuid        REFERENCES exchange_service,
    settings      text        NOT NULL,
    next_at       timestamptz,
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    revision      bigint      NOT NULL,
    version       bigint      NOT NULL
);
CREATE INDEX ON service_schedule (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ON service_schedule (after_service) WHERE after_service IS NOT NULL;

-- A run that is to be started. Whoever starts it claims the row for a while; the row and the run
-- change in one transaction, so that a firing leads to one run whatever replica dies when.
CREATE TABLE firing (
    id            uuid        PRIMARY KEY,
    service_id    uuid        NOT NULL REFERENCES exchange_service,
    cause         text        NOT NULL,
    scheduled_for timestamptz NOT NULL,
    not_before    timestamptz NOT NULL,
    priority      integer     NOT NULL,
    attempt       integer     NOT NULL,
    state         text        NOT NULL,
    claim         uuid,
    claimed_until timestamptz,
    run_id        uuid        REFERENCES run,
    reason        text,
    changed_at    timestamptz NOT NULL,
    UNIQUE (service_id, cause, scheduled_for)
);
-- What is due while another waits for the same service is done by that one.
CREATE UNIQUE INDEX firing_one_waiting ON firing (service_id)
    WHERE state IN ('WAITING', 'STARTING');
CREATE INDEX ON firing (priority DESC, not_before) WHERE state IN ('WAITING', 'STARTING');
CREATE INDEX ON firing (service_id, scheduled_for DESC);

ALTER TABLE run ADD COLUMN cause text NOT NULL DEFAULT 'HAND';
ALTER TABLE run ADD COLUMN attempt integer NOT NULL DEFAULT 1;
