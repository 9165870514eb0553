CREATE TABLE access_request (
    id                   uuid        PRIMARY KEY,
    resource_id          uuid        NOT NULL REFERENCES information_resource,
    provider_department  text        NOT NULL REFERENCES department,
    requester_department text        NOT NULL REFERENCES department,
    requested_by         text        NOT NULL,
    purpose              text        NOT NULL,
    legal_basis          text        NOT NULL,
    scenario             text,
    frequency            text        NOT NULL,
    method               text        NOT NULL,
    valid_until          date        NOT NULL,
    state                text        NOT NULL,
    checked_by           text,
    checked_at           timestamptz,
    check_remark         text,
    decided_by           text,
    decided_at           timestamptz,
    decision_remark      text,
    grant_id             uuid,
    created_at           timestamptz NOT NULL,
    revision             bigint      NOT NULL,
    CHECK (provider_department <> requester_department)
);
CREATE INDEX ON access_request (requester_department, state);
CREATE INDEX ON access_request (provider_department, state);

CREATE TABLE access_request_item (
    request_id uuid    NOT NULL REFERENCES access_request,
    item_id    uuid    NOT NULL REFERENCES data_item,
    position   integer NOT NULL,
    PRIMARY KEY (request_id, item_id)
);

CREATE TABLE resource_grant (
    id                   uuid        PRIMARY KEY,
    request_id           uuid        NOT NULL UNIQUE REFERENCES access_request,
    resource_id          uuid        NOT NULL REFERENCES information_resource,
    provider_department  text        NOT NULL REFERENCES department,
    requester_department text        NOT NULL REFERENCES department,
    granted_by           text        NOT NULL,
    granted_at           timestamptz NOT NULL,
    expires_at           timestamptz NOT NULL,
    revoked_by           text,
    revoked_at           timestamptz,
    revocation_reason    text,
    revision             bigint      NOT NULL
);
CREATE INDEX ON resource_grant (resource_id);
CREATE INDEX ON resource_grant (requester_department);
CREATE INDEX ON resource_grant (provider_department);

-- A grant never reaches beyond what was requested.
CREATE TABLE grant_item (
    grant_id   uuid    NOT NULL REFERENCES resource_grant,
    request_id uuid    NOT NULL,
    item_id    uuid    NOT NULL,
    position   integer NOT NULL,
    PRIMARY KEY (grant_id, item_id),
    FOREIGN KEY (request_id, item_id) REFERENCES access_request_item (request_id, item_id)
);
