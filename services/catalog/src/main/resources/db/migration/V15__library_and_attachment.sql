-- Files that belong to something else, in pieces, so that neither end ever holds a whole one.
CREATE TABLE attachment (
    id           uuid        PRIMARY KEY,
    owner_kind   text        NOT NULL,
    owner_id     uuid        NOT NULL,
    name         text        NOT NULL,
    content_type text        NOT NULL,
    size         bigint      NOT NULL CHECK (size >= 0),
    -- SHA-256 of the whole, in hexadecimal; absent until the last piece has arrived.
    digest       text        CHECK (digest ~ '^[0-9a-f]{64}$'),
    uploaded_by  text        NOT NULL,
    uploaded_at  timestamptz NOT NULL
);
CREATE INDEX ON attachment (owner_kind, owner_id);
CREATE INDEX ON attachment (uploaded_at) WHERE digest IS NULL;

CREATE TABLE attachment_chunk (
    attachment_id uuid    NOT NULL REFERENCES attachment ON DELETE CASCADE,
    position      integer NOT NULL,
    data          bytea   NOT NULL,
    PRIMARY KEY (attachment_id, position)
);
-- Most files are compressed already.
ALTER TABLE attachment_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

-- 政策法规 and 标准.
CREATE TABLE library_document (
    id              uuid    PRIMARY KEY,
    kind            text    NOT NULL CHECK (kind IN ('POLICY', 'STANDARD')),
    title           text    NOT NULL,
    document_number text    NOT NULL,
    issuing_body    text    NOT NULL,
    summary         text,
    issued_on       date,
    effective_on    date    NOT NULL,
    repealed_on     date,
    replaced_by     uuid    REFERENCES library_document,
    search_text     text    NOT NULL,
    revision        bigint  NOT NULL,
    UNIQUE (kind, document_number),
    CHECK (repealed_on >= effective_on)
);

-- 代码表.
CREATE TABLE code_table (
    id           uuid   PRIMARY KEY,
    identifier   text   NOT NULL UNIQUE,
    name         text   NOT NULL,
    definition   text,
    standard_id  uuid   REFERENCES library_document,
    effective_on date   NOT NULL,
    repealed_on  date,
    search_text  text   NOT NULL,
    revision     bigint NOT NULL,
    CHECK (repealed_on >= effective_on)
);

-- A version of a code table is valid from its first day until the next one's; it never changes.
CREATE TABLE code_table_version (
    id            uuid        PRIMARY KEY,
    code_table_id uuid        NOT NULL REFERENCES code_table ON DELETE CASCADE,
    number        integer     NOT NULL CHECK (number >= 1),
    label         text        NOT NULL,
    valid_from    date        NOT NULL,
    valid_until   date,
    code_count    integer     NOT NULL,
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL,
    UNIQUE (code_table_id, number),
    UNIQUE (code_table_id, valid_from),
    CHECK (valid_until >= valid_from)
);

CREATE TABLE code_value (
    version_id uuid    NOT NULL REFERENCES code_table_version ON DELETE CASCADE,
    position   integer NOT NULL,
    code       text    NOT NULL,
    name       text    NOT NULL,
    parent     text,
    remark     text,
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, code)
);

-- 标准数据元.
CREATE TABLE data_element (
    id             uuid   PRIMARY KEY,
    identifier     text   NOT NULL UNIQUE,
    name           text   NOT NULL,
    synonyms       text[] NOT NULL,
    definition     text   NOT NULL,
    data_type      text   NOT NULL CHECK (data_type ~ '^[CNYDTLMGBIF]$'),
    length         integer CHECK (length >= 1),
    representation text,
    code_table_id  uuid   REFERENCES code_table,
    standard_id    uuid   REFERENCES library_document,
    effective_on   date   NOT NULL,
    repealed_on    date,
    search_text    text   NOT NULL,
    -- Every two neighbouring characters of its name and synonyms.
    pairs          text[] NOT NULL,
    revision       bigint NOT NULL,
    CHECK (repealed_on >= effective_on)
);
CREATE INDEX ON data_element USING gin (pairs);
CREATE INDEX ON data_element (code_table_id);
CREATE INDEX ON data_element (standard_id);
CREATE INDEX ON code_table (standard_id);
