-- One row per producer: the last sequence applied, changed in the transaction that applies it.
CREATE TABLE inbox (
    producer      text   PRIMARY KEY,
    last_sequence bigint NOT NULL
);
