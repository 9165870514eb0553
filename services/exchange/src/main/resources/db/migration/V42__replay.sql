-- What a run is to send again of the rows that targets have parked.
CREATE TABLE replay (
    run_id          uuid    PRIMARY KEY REFERENCES run,
    target_number   integer,
    of_run          uuid,
    reason          text,
    constraint_name text,
    row_numbers     text
);

-- Keys of these rows, as a target has sealed them for the source's node.
CREATE TABLE replay_keys (
    run_id        uuid    NOT NULL REFERENCES replay,
    target_number integer NOT NULL,
    key_count     integer NOT NULL,
    sealed_key    text    NOT NULL,
    sealed_keys   text    NOT NULL,
    PRIMARY KEY (run_id, target_number)
);

-- Which of the service's targets shows rows.
ALTER TABLE parked_showing ADD COLUMN target_number integer NOT NULL DEFAULT 1;
