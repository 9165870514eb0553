-- Whether a run of change capture was asked to take a new snapshot.
ALTER TABLE run ADD COLUMN anew boolean NOT NULL DEFAULT false;
