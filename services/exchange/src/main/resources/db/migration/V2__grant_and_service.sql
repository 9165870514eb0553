-- Copies of the catalogue's grants, kept by its facts.
CREATE TABLE sharing_grant (
    id                   uuid        PRIMARY KEY,
    request_id           uuid,
    resource_id          uuid        NOT NULL,
    resource_version     text        NOT NULL,
    resource_identifier  text        NOT NULL,
    resource_name        text        NOT NULL,
    provider_department  text        NOT NULL,
    requester_department text        NOT NULL,
    items                text        NOT NULL,
    source_schema        text,
    source_table         text,
    granted_at           timestamptz NOT NULL,
    expires_at           timestamptz NOT NULL,
    state                text        NOT NULL,
    ended_at             timestamptz,
    end_reason           text
);
CREATE INDEX ON sharing_grant (state, expires_at);

CREATE TABLE exchange_service (
    id                uuid        PRIMARY KEY,
    code              text        NOT NULL UNIQUE,
    name              text        NOT NULL,
    domain            text        NOT NULL REFERENCES domain,
    process           text        NOT NULL,
    grant_id          uuid        NOT NULL REFERENCES sharing_grant,
    mode              text        NOT NULL,
    source_node       text        NOT NULL REFERENCES node,
    target_node       text        NOT NULL REFERENCES node,
    source_department text        NOT NULL,
    target_department text        NOT NULL,
    design            text        NOT NULL,
    state             text        NOT NULL,
    stop_reason       text,
    created_by        text        NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    version           bigint      NOT NULL
);
CREATE INDEX ON exchange_service (grant_id);
CREATE INDEX ON exchange_service (domain);
CREATE INDEX ON exchange_service (source_department);
CREATE INDEX ON exchange_service (target_department);
