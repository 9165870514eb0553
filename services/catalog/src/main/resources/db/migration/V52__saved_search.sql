-- Searches that people keep; each one's own.
CREATE TABLE saved_search (
    id         uuid        PRIMARY KEY,
    person     text        NOT NULL,
    name       text        NOT NULL,
    -- The query as an address holds it.
    query      text        NOT NULL,
    created_at timestamptz NOT NULL,
    -- When its owner looked at what it finds last.
    looked_at  timestamptz NOT NULL,
    revision   bigint      NOT NULL,
    UNIQUE (person, name)
);
