CREATE SCHEMA govshare_capture;
COMMENT ON SCHEMA govshare_capture IS
  'Changes of captured tables, written by triggers and kept until they are delivered.';

CREATE TABLE govshare_capture.installation (
  number        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incarnation   uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  table_oid     oid NOT NULL,
  key_columns   text[] NOT NULL,
  kept_columns  text[] NOT NULL,
  triggers      text NOT NULL,
  installed_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (table_oid, key_columns)
);
COMMENT ON TABLE govshare_capture.installation IS
  'Triggers and a change table per captured table and key.';

CREATE TABLE govshare_capture.reader (
  channel_id    uuid PRIMARY KEY,
  installation  integer NOT NULL REFERENCES govshare_capture.installation ON DELETE CASCADE,
  structure     text NOT NULL,
  windows       bigint NOT NULL,
  delivered     pg_snapshot NOT NULL,
  delivered_at  timestamptz NOT NULL
);
COMMENT ON TABLE govshare_capture.reader IS
  'Channels that changes are kept for, and the snapshot up to which each has got them.';
