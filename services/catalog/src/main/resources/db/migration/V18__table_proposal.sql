-- What a department's database holds, put forward as entries of the catalogue.
CREATE TABLE table_proposal (
    id              uuid        PRIMARY KEY,
    department_code text        NOT NULL REFERENCES department,
    campaign_id     uuid        REFERENCES campaign,
    origin          text        NOT NULL CHECK (origin IN ('DDL', 'INVENTORY')),
    node            text,
    data_source     text,
    source_schema   text        NOT NULL,
    source_table    text        NOT NULL,
    name            text        NOT NULL,
    summary         text        NOT NULL,
    row_count       bigint      NOT NULL,
    items           jsonb       NOT NULL,
    state           text        NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'DISMISSED')),
    resource_id     uuid        REFERENCES information_resource ON DELETE SET NULL,
    remark          text,
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    decided_by      text,
    decided_at      timestamptz,
    revision        bigint      NOT NULL
);
-- A table is before its department once.
CREATE UNIQUE INDEX ON table_proposal (department_code, source_schema, source_table)
    WHERE state = 'OPEN';
CREATE INDEX ON table_proposal (department_code, state, source_schema, source_table);
CREATE INDEX ON table_proposal (resource_id) WHERE resource_id IS NOT NULL;
