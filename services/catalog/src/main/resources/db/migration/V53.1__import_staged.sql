-- What the reading of a workbook has made ready to be written, in parts. Not logged: what a crash
-- takes is made again from the workbook. A reading writes under a number of its own, so that one
-- that was taken over does not disturb its successor.
CREATE UNLOGGED TABLE import_staged (
    staging  uuid    NOT NULL,
    lane     integer NOT NULL,
    part     integer NOT NULL,
    batch_id uuid    NOT NULL REFERENCES import_batch ON DELETE CASCADE,
    content  bytea   NOT NULL,
    PRIMARY KEY (staging, lane, part)
);
ALTER TABLE import_staged ALTER content SET STORAGE EXTERNAL;
CREATE INDEX ON import_staged (batch_id);

ALTER TABLE import_batch
    -- The reading whose parts are to be written, how many there are, and the state of what it was
    -- checked against.
    ADD staging        uuid,
    ADD staged_parts   integer NOT NULL DEFAULT 0,
    ADD staged_against text;

-- First rows of the resources that a commit is done with, as many at once as one transaction wrote.
CREATE TABLE import_written (
    batch_id   uuid      NOT NULL REFERENCES import_batch ON DELETE CASCADE,
    first_rows integer[] NOT NULL
);
CREATE INDEX ON import_written (batch_id);
