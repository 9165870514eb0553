-- What an export job wrote, in pieces, until it is thrown away.
CREATE TABLE export_file (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    format     text        NOT NULL,
    owner      text        NOT NULL,
    entries    integer     NOT NULL,
    bytes      bigint      NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX ON export_file (created_at);

CREATE TABLE export_piece (
    file_id uuid    NOT NULL REFERENCES export_file ON DELETE CASCADE,
    number  integer NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (file_id, number)
);
-- They are compressed or not compressible, and read whole.
ALTER TABLE export_piece ALTER content SET STORAGE EXTERNAL;

-- What an export job is to write: exactly what its owner saw when ordering it.
CREATE TABLE export_order (
    id          uuid        PRIMARY KEY,
    format      text        NOT NULL,
    mark        boolean     NOT NULL,
    resources   uuid[]      NOT NULL,
    created_at  timestamptz NOT NULL
);
CREATE INDEX ON export_order (created_at);
