-- What the exchange service tells about itself. Facts come in the producer's order, so that a
-- reference is usually there before what refers to it; telemetry may be earlier than all of them.
CREATE TABLE domain (
    code text PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE node (
    code       text PRIMARY KEY,
    name       text NOT NULL,
    department text NOT NULL
);

CREATE TABLE exchange_service (
    id                uuid PRIMARY KEY,
    code              text NOT NULL,
    name              text NOT NULL,
    domain            text NOT NULL,
    process           text,
    source_node       text NOT NULL,
    target_node       text NOT NULL,
    source_department text NOT NULL,
    target_department text NOT NULL,
    state             text NOT NULL CHECK (state IN ('DEPLOYED', 'STOPPED'))
);
CREATE INDEX ON exchange_service (domain);
CREATE INDEX ON exchange_service (source_department);
CREATE INDEX ON exchange_service (target_department);

CREATE TABLE run (
    id           uuid        PRIMARY KEY,
    service_id   uuid        NOT NULL,
    state        text        NOT NULL
        CHECK (state IN ('REQUESTED', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED')),
    requested_at timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL
);
CREATE INDEX ON run (service_id, requested_at DESC);

-- Facts that could not be read. They are kept, because the producer forgets what is acknowledged.
CREATE TABLE refused_fact (
    producer    text        NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    payload     jsonb       NOT NULL,
    reason      text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (producer, sequence)
);
