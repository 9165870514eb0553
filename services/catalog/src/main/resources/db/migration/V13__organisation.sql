-- What a department consists of and does: offices, business functions, matters, systems.
CREATE TABLE office (
    id              uuid        PRIMARY KEY,
    department_code text        NOT NULL REFERENCES department,
    name            text        NOT NULL,
    duties          text,
    contact_name    text,
    contact_phone   text,
    abolished       boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    revision        bigint      NOT NULL,
    UNIQUE (department_code, name),
    UNIQUE (id, department_code)
);

CREATE TABLE business_function (
    id              uuid        PRIMARY KEY,
    department_code text        NOT NULL REFERENCES department,
    name            text        NOT NULL,
    source          text        NOT NULL CHECK (source IN ('STAFFING_PLAN', 'POWER_LIST', 'OTHER')),
    basis           text        NOT NULL,
    description     text,
    office_id       uuid,
    abolished       boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    revision        bigint      NOT NULL,
    UNIQUE (department_code, name),
    UNIQUE (id, department_code),
    FOREIGN KEY (office_id, department_code) REFERENCES office (id, department_code)
);

CREATE TABLE business_matter (
    id              uuid        PRIMARY KEY,
    department_code text        NOT NULL REFERENCES department,
    code            text        NOT NULL,
    name            text        NOT NULL,
    kind            text        NOT NULL,
    description     text,
    function_id     uuid,
    abolished       boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    revision        bigint      NOT NULL,
    UNIQUE (department_code, code),
    UNIQUE (id, department_code),
    FOREIGN KEY (function_id, department_code) REFERENCES business_function (id, department_code)
);

CREATE TABLE information_system (
    id                uuid        PRIMARY KEY,
    department_code   text        NOT NULL REFERENCES department,
    name              text        NOT NULL,
    purpose           text        NOT NULL,
    scope             text,
    usage_frequency   text        NOT NULL
        CHECK (usage_frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'RARELY', 'NONE')),
    approving_body    text,
    approved_on       date,
    funding_source    text,
    network           text        NOT NULL,
    state             text        NOT NULL
        CHECK (state IN ('PLANNED', 'RUNNING', 'SUSPENDED', 'RETIRED')),
    last_used_on      date,
    last_seen_on      date,
    user_count        integer     CHECK (user_count >= 0),
    office_id         uuid,
    connection        text        NOT NULL CHECK (connection IN ('CONNECTED', 'PLANNED', 'NONE')),
    connection_detail text,
    decision          text        CHECK (decision IN ('KEEP', 'MERGE', 'RETIRE')),
    decision_target   uuid        REFERENCES information_system,
    decision_reason   text,
    decided_by        text,
    decided_at        timestamptz,
    abolished         boolean     NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    revision          bigint      NOT NULL,
    UNIQUE (department_code, name),
    UNIQUE (id, department_code),
    FOREIGN KEY (office_id, department_code) REFERENCES office (id, department_code),
    CHECK (decision_target <> id),
    CHECK ((decision = 'MERGE') = (decision_target IS NOT NULL) OR decision IS NULL),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX ON information_system (decision_target) WHERE decision_target IS NOT NULL;

-- A resource refers to what its own department has.
ALTER TABLE information_resource
    ADD FOREIGN KEY (office_id, department_code) REFERENCES office (id, department_code),
    ADD FOREIGN KEY (function_id, department_code) REFERENCES business_function (id, department_code),
    ADD FOREIGN KEY (matter_id, department_code) REFERENCES business_matter (id, department_code),
    ADD FOREIGN KEY (system_id, department_code) REFERENCES information_system (id, department_code);
CREATE INDEX ON information_resource (office_id) WHERE office_id IS NOT NULL;
CREATE INDEX ON information_resource (function_id) WHERE function_id IS NOT NULL;
CREATE INDEX ON information_resource (matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX ON information_resource (system_id) WHERE system_id IS NOT NULL;
