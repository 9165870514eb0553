-- Each lane copies and captures by itself; the replica keeps the highest generation of them all.
CREATE TABLE govshare.replica_lane (
  number       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  replica      integer NOT NULL REFERENCES govshare.replica ON DELETE CASCADE,
  channel_id   uuid NOT NULL,
  generation   bigint NOT NULL,
  copying      boolean NOT NULL,
  UNIQUE (replica, channel_id)
);
COMMENT ON TABLE govshare.replica_lane IS
  'Channels that bring a replica. Versions name the lane that brought the row; one that is not here any more is of an earlier number of lanes.';

INSERT INTO govshare.replica_lane (replica, channel_id, generation, copying)
SELECT number, channel_id, generation, copying FROM govshare.replica WHERE channel_id IS NOT NULL;

DO $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT a.number, coalesce(l.number, 0) AS lane
           FROM govshare.replica a LEFT JOIN govshare.replica_lane l ON l.replica = a.number
  LOOP
    EXECUTE format('ALTER TABLE govshare.replica_%s ADD COLUMN govshare_lane integer DEFAULT %s',
                   r.number, r.lane);
    EXECUTE format('ALTER TABLE govshare.replica_%s ALTER COLUMN govshare_lane DROP DEFAULT',
                   r.number);
  END LOOP;
END $$;

ALTER TABLE govshare.replica DROP COLUMN copying, DROP COLUMN channel_id;
