-- Where rows wait that are to take the place of all that a table holds: shadow_<number>.
CREATE TABLE govshare.shadow (
  number      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel_id  uuid NOT NULL UNIQUE REFERENCES govshare.channel,
  run_id      uuid NOT NULL,
  epoch       bigint NOT NULL,
  rows        bigint NOT NULL
);
COMMENT ON TABLE govshare.shadow IS
  'What a channel has brought in a run that replaces its table''s content. Gone with the run''s end, or when the channel''s next run begins.';

ALTER TABLE govshare.channel DROP CONSTRAINT channel_apply_mode_check;
ALTER TABLE govshare.channel ADD CONSTRAINT channel_apply_mode_check
  CHECK (apply_mode IN ('UNDECIDED', 'DIRECT', 'UPSERT', 'SHADOW'));
