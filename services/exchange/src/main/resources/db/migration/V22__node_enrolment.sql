-- Taking in nodes: a code given out once, the keys a node answers with, and who found them right.
CREATE TABLE node_enrolment (
    id               uuid        PRIMARY KEY,
    node             text        NOT NULL,
    name             text        NOT NULL,
    department       text        NOT NULL,
    code_digest      text        NOT NULL UNIQUE,
    expires_at       timestamptz NOT NULL,
    state            text        NOT NULL,
    signing_key      text,
    agreement_key    text,
    gm_signing_key   text,
    gm_agreement_key text,
    issued_by        text        NOT NULL,
    issued_at        timestamptz NOT NULL,
    claimed_at       timestamptz,
    decided_by       text,
    decided_at       timestamptz,
    version          bigint      NOT NULL
);
CREATE UNIQUE INDEX ON node_enrolment (node) WHERE state IN ('ISSUED', 'CLAIMED');
CREATE INDEX ON node_enrolment (issued_at DESC);
