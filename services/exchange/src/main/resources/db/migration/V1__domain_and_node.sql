CREATE TABLE domain (
    code       text        PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE node (
    code           text        PRIMARY KEY,
    name           text        NOT NULL,
    department     text        NOT NULL,
    signing_key    text        NOT NULL,
    agreement_key  text        NOT NULL,
    key_id         text        NOT NULL UNIQUE,
    agent_version  text,
    last_event_at  timestamptz,
    inventory_at   timestamptz,
    registered_by  text        NOT NULL,
    registered_at  timestamptz NOT NULL,
    version        bigint      NOT NULL
);

-- What a node's own allow-lists open, as it last reported; replaced as a whole.
CREATE TABLE inventory_table (
    node             text   NOT NULL REFERENCES node,
    data_source      text   NOT NULL,
    schema_name      text   NOT NULL,
    table_name       text   NOT NULL,
    kind             text   NOT NULL,
    direction        text   NOT NULL,
    approximate_rows bigint NOT NULL,
    structure        text   NOT NULL,
    PRIMARY KEY (node, data_source, schema_name, table_name)
);
