-- One row per consumer: the last sequence allotted. Its row lock keeps sequences free of gaps.
CREATE TABLE outbox_consumer (
    consumer      text   PRIMARY KEY,
    last_sequence bigint NOT NULL DEFAULT 0,
    acknowledged  bigint NOT NULL DEFAULT 0
);

-- Facts stay until their consumer has acknowledged them.
CREATE TABLE outbox (
    consumer    text        NOT NULL REFERENCES outbox_consumer,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    payload     jsonb       NOT NULL,
    correlation text,
    occurred_at timestamptz NOT NULL,
    sent_at     timestamptz,
    attempts    integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (consumer, sequence)
);

-- Which replica relays at present.
CREATE TABLE outbox_lease (
    name       text        PRIMARY KEY,
    holder     text        NOT NULL,
    expires_at timestamptz NOT NULL
);
INSERT INTO outbox_lease VALUES ('relay', '', 'epoch');
