-- A service may have several targets at one node: each differs by itself.
ALTER TABLE run_drift ADD COLUMN target_number integer NOT NULL DEFAULT 0;
UPDATE run_drift SET target_number = 1 WHERE side = 'TARGET';
ALTER TABLE run_drift DROP CONSTRAINT run_drift_pkey;
ALTER TABLE run_drift ADD PRIMARY KEY (run_id, node, side, target_number);

-- What the second and later targets of a service say of a trial; each is asked under its own number.
CREATE TABLE trial_target (
    id            uuid    PRIMARY KEY,
    trial_id      uuid    NOT NULL REFERENCES trial ON DELETE CASCADE,
    target_number integer NOT NULL,
    place         text    NOT NULL,
    plan          text,
    reason        text,
    UNIQUE (trial_id, target_number)
);
