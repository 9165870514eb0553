-- Keys that callers gave with requests that are to be done once. Claimed before the request is
-- worked on, answered after; without an answer it is being worked on, or its replica died.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    roles        text[]      NOT NULL,
    request_hash text        NOT NULL,
    claimed_at   timestamptz NOT NULL,
    status       integer,
    location     text,
    etag         text,
    body         text,
    PRIMARY KEY (caller, key)
);
CREATE INDEX ON idempotency_key (claimed_at);
