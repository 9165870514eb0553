-- What the digits before the slash are made of, in order. An administrator can change the scheme;
-- identifiers already allotted keep theirs.
CREATE TABLE identifier_segment (
    position integer PRIMARY KEY,
    source   text    NOT NULL CHECK (source IN ('CATEGORY', 'DEPARTMENT', 'CONSTANT')),
    digits   integer NOT NULL CHECK (digits BETWEEN 1 AND 16),
    constant text,
    CHECK ((source = 'CONSTANT') = (constant IS NOT NULL)),
    CHECK (constant IS NULL OR (constant ~ '^[0-9]+$' AND length(constant) = digits))
);
INSERT INTO identifier_segment VALUES
    (1, 'CATEGORY', 6, NULL),
    (2, 'CONSTANT', 6, '130000'),
    (3, 'DEPARTMENT', 4, NULL);

-- The last number given out under each prefix; its row lock keeps numbers free of gaps.
CREATE TABLE identifier_prefix (
    prefix      text    PRIMARY KEY CHECK (prefix ~ '^[0-9]{16}$'),
    last_number integer NOT NULL CHECK (last_number BETWEEN 1 AND 99999)
);

-- An identifier belongs to a series for ever, also after the resource was withdrawn.
CREATE TABLE identifier_allocation (
    series_id    uuid        PRIMARY KEY,
    identifier   text        NOT NULL UNIQUE CHECK (identifier ~ '^[0-9]{16}/[0-9]{5}$'),
    allocated_at timestamptz NOT NULL
);
