-- Whether a run's source went back behind the last watermark, as its service's design permits where
-- the database does not show how long transactions have been open.
ALTER TABLE run_channel ADD COLUMN rescanned boolean NOT NULL DEFAULT false;
