-- Reconciliations of tables that change meanwhile: several looks, of which only the course and the
-- hashes of keys that differ are kept. service_id is absent in rows of the release before.
ALTER TABLE reconciliation
    ADD COLUMN service_id uuid    REFERENCES exchange_service,
    ADD COLUMN automatic  boolean NOT NULL DEFAULT false,
    ADD COLUMN whole      boolean NOT NULL DEFAULT false,
    ADD COLUMN salt       text,
    ADD COLUMN course     text,
    ADD COLUMN base       text,
    ADD COLUMN look       integer NOT NULL DEFAULT 0,
    ADD COLUMN round      integer NOT NULL DEFAULT 0,
    ADD COLUMN asked_at   timestamptz,
    ADD COLUMN missing    bigint,
    ADD COLUMN altered    bigint,
    ADD COLUMN surplus    bigint,
    ADD COLUMN moving     bigint,
    ADD COLUMN parked     bigint,
    ADD COLUMN partial    boolean NOT NULL DEFAULT false,
    ADD COLUMN marked     boolean NOT NULL DEFAULT false,
    ADD COLUMN differing  text;
UPDATE reconciliation SET service_id = run.service_id FROM run WHERE run.id = reconciliation.run_id;
CREATE INDEX ON reconciliation (service_id, requested_at DESC);
CREATE INDEX ON reconciliation (requested_at) WHERE state = 'PENDING';
