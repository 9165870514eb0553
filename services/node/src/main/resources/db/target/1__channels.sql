CREATE TABLE govshare.channel (
  channel_id       uuid PRIMARY KEY,
  source_node      text NOT NULL,
  target_node      text NOT NULL,
  epoch            bigint NOT NULL,
  incarnation      uuid NOT NULL,
  open_id          uuid NOT NULL,
  last_sequence    bigint NOT NULL,
  last_digest      bytea NOT NULL,
  last_receipt     bytea NOT NULL,
  sealed_position  bytea NOT NULL,
  run_id           uuid NOT NULL,
  run_complete     boolean NOT NULL,
  apply_mode       text NOT NULL CHECK (apply_mode IN ('UNDECIDED', 'DIRECT', 'UPSERT')),
  run_messages     bigint NOT NULL,
  run_rows         bigint NOT NULL,
  run_bytes        bigint NOT NULL,
  run_wire_bytes   bigint NOT NULL,
  updated_at       timestamptz NOT NULL
);
COMMENT ON TABLE govshare.channel IS
  'How far each incoming channel has come. Written in the transaction that writes the rows.';

CREATE TABLE govshare.inbox (
  channel_id         uuid NOT NULL REFERENCES govshare.channel,
  sequence           bigint NOT NULL,
  epoch              bigint NOT NULL,
  incarnation        uuid NOT NULL,
  run_id             uuid NOT NULL,
  kind               text NOT NULL CHECK (kind IN ('DATA', 'END')),
  rows               bigint NOT NULL,
  bytes              bigint NOT NULL,
  wire_bytes         bigint NOT NULL,
  frame_digest       bytea NOT NULL,
  sealed_position    bytea NOT NULL,
  receipt            bytea NOT NULL,
  receipt_signature  bytea NOT NULL,
  committed_at       timestamptz NOT NULL,
  PRIMARY KEY (channel_id, sequence)
);
COMMENT ON TABLE govshare.inbox IS
  'Every frame that was committed, with the receipt that was given for it.';
