-- A run goes through one channel per target and lane. Each has a state, figures and proofs of its
-- own; what the run has of them are sums.
CREATE TABLE run_channel (
    run_id                uuid        NOT NULL REFERENCES run,
    channel_id            uuid        NOT NULL REFERENCES channel,
    target_number         integer     NOT NULL,
    lane                  integer     NOT NULL,
    lanes                 integer     NOT NULL,
    replaced              text        NOT NULL,
    restarts              integer     NOT NULL DEFAULT 0,
    state                 text        NOT NULL,
    started_at            timestamptz,
    ended_at              timestamptz,
    moved_at              timestamptz NOT NULL,
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
    parked_rows           bigint      NOT NULL DEFAULT 0,
    superseded_rows       bigint      NOT NULL DEFAULT 0,
    version               bigint      NOT NULL,
    PRIMARY KEY (run_id, channel_id)
);
CREATE INDEX ON run_channel (channel_id);

INSERT INTO run_channel (
    run_id, channel_id, target_number, lane, lanes, replaced, state, started_at, ended_at, moved_at,
    reason, detail, source_state, source_epoch, source_messages, source_rows, source_bytes,
    source_wire_bytes, target_state, target_epoch, target_messages, target_rows, target_bytes,
    target_wire_bytes, receipt_count, receipt_last_sequence, receipt_head_digest, end_receipt,
    version)
SELECT id, channel_id, 1, 1, 1, '[]',
       CASE WHEN state <> 'PAUSED' THEN state
            WHEN started_at IS NULL THEN 'REQUESTED'
            ELSE 'RUNNING' END,
       started_at, ended_at, coalesce(ended_at, started_at, requested_at),
       CASE WHEN state <> 'PAUSED' THEN reason END, detail, source_state, source_epoch,
       source_messages, source_rows, source_bytes, source_wire_bytes, target_state, target_epoch,
       target_messages, target_rows, target_bytes, target_wire_bytes, receipt_count,
       receipt_last_sequence, receipt_head_digest, end_receipt, 0
FROM run;

-- Lanes of one target differ in their route only; what they bring is the same.
ALTER TABLE channel ADD COLUMN cargo text;
UPDATE channel SET cargo = route;
CREATE INDEX ON channel (service_id, cargo);

-- Which of the run's targets is compared with the source.
ALTER TABLE reconciliation ADD COLUMN target_number integer NOT NULL DEFAULT 1;
