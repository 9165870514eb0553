-- A workbook that somebody sent in, and what became of it.
CREATE TABLE import_batch (
    id            uuid        PRIMARY KEY,
    file_name     text        NOT NULL,
    file_size     bigint      NOT NULL,
    owner         text        NOT NULL,
    department    text        NOT NULL REFERENCES department,
    -- Whether resources of all departments may be in it, or of the owner's alone.
    everywhere    boolean     NOT NULL,
    state         text        NOT NULL
        CHECK (state IN ('CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE')),
    job_id        uuid        NOT NULL,
    sheet         text,
    sheet_path    text,
    header_row    integer     NOT NULL DEFAULT 0,
    width         integer     NOT NULL DEFAULT 0,
    resources     integer     NOT NULL DEFAULT 0,
    items         bigint      NOT NULL DEFAULT 0,
    good          integer     NOT NULL DEFAULT 0,
    faulty        integer     NOT NULL DEFAULT 0,
    faults        bigint      NOT NULL DEFAULT 0,
    -- First rows of the resources that cannot be imported.
    faulty_rows   integer[]   NOT NULL DEFAULT '{}',
    mode          text        CHECK (mode IN ('ALL', 'GOOD')),
    target        text        CHECK (target IN ('DRAFT', 'PUBLISHED')),
    -- What the take-over of an approved catalogue rests on.
    approval      text,
    -- Everything up to this row has been imported; a commit goes on from there.
    committed_row integer     NOT NULL DEFAULT 0,
    created       integer     NOT NULL DEFAULT 0,
    updated       integer     NOT NULL DEFAULT 0,
    unchanged     integer     NOT NULL DEFAULT 0,
    refused       integer     NOT NULL DEFAULT 0,
    removed       integer     NOT NULL DEFAULT 0,
    kept          integer     NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    revision      bigint      NOT NULL,
    CHECK (target <> 'PUBLISHED' OR approval IS NOT NULL)
);
CREATE INDEX ON import_batch (department, created_at DESC);
CREATE INDEX ON import_batch (created_at DESC);

-- The workbook itself, in pieces, so that any replica can read it.
CREATE TABLE import_file (
    batch_id uuid    NOT NULL REFERENCES import_batch ON DELETE CASCADE,
    part     integer NOT NULL,
    content  bytea   NOT NULL,
    PRIMARY KEY (batch_id, part)
);
ALTER TABLE import_file ALTER content SET STORAGE EXTERNAL;

CREATE TABLE import_fault (
    batch_id        uuid    NOT NULL REFERENCES import_batch ON DELETE CASCADE,
    number          bigint  GENERATED ALWAYS AS IDENTITY,
    row_number      integer NOT NULL,
    template_column text,
    reason          text    NOT NULL,
    arguments       text[]  NOT NULL,
    value           text,
    suggestion      text,
    resource_row    integer NOT NULL,
    PRIMARY KEY (batch_id, number)
);
CREATE INDEX ON import_fault (batch_id, row_number, number);

-- What an undoing has left in place, and why.
CREATE TABLE import_kept (
    batch_id    uuid NOT NULL REFERENCES import_batch ON DELETE CASCADE,
    resource_id uuid NOT NULL,
    name        text NOT NULL,
    identifier  text,
    reason      text NOT NULL,
    PRIMARY KEY (batch_id, resource_id)
);
