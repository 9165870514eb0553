-- What the run's rows came to: rows that are neither parked nor superseded are applied.
ALTER TABLE govshare.channel
  ADD COLUMN run_parked bigint NOT NULL DEFAULT 0,
  ADD COLUMN run_superseded bigint NOT NULL DEFAULT 0;

CREATE TABLE govshare.parked_row (
  parked_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service_id       uuid NOT NULL,
  channel_id       uuid NOT NULL REFERENCES govshare.channel,
  run_id           uuid NOT NULL,
  sequence         bigint NOT NULL,
  row_number       int NOT NULL,
  schema_name      text NOT NULL,
  table_name       text NOT NULL,
  reason           text NOT NULL,
  sql_state        text NOT NULL,
  constraint_name  text,
  column_name      text,
  suite            smallint NOT NULL,
  key_mark         bytea NOT NULL,
  sealed           bytea,
  state            text NOT NULL
    CHECK (state IN ('WAITING', 'SUPERSEDED', 'MENDED', 'DISCARDED')),
  parked_at        timestamptz NOT NULL,
  settled_at       timestamptz,
  settled_by       text,
  CHECK ((state = 'WAITING') = (sealed IS NOT NULL)),
  UNIQUE (channel_id, sequence, row_number)
);
CREATE INDEX parked_row_waiting ON govshare.parked_row (service_id, key_mark)
  WHERE state = 'WAITING';
CREATE INDEX parked_row_service ON govshare.parked_row (service_id, run_id);
COMMENT ON TABLE govshare.parked_row IS
  'Rows that this database refused, sealed by the node. A settled row keeps its reason and loses its contents.';
