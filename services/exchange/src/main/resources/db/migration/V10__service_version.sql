-- Every design that a service has had, as its designer wrote it.
CREATE TABLE service_version (
    service_id    uuid        NOT NULL REFERENCES exchange_service,
    number        integer     NOT NULL,
    draft         text        NOT NULL,
    restored_from integer,
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (service_id, number)
);

ALTER TABLE exchange_service ADD COLUMN design_version integer NOT NULL DEFAULT 1;
ALTER TABLE run ADD COLUMN service_version integer NOT NULL DEFAULT 1;

INSERT INTO service_version (service_id, number, draft, changed_by, changed_at)
SELECT id, 1,
       jsonb_build_object(
           'code', code, 'name', name, 'domain', domain, 'process', process,
           'grantId', grant_id, 'mode', mode, 'source', design::jsonb -> 'source',
           'target', design::jsonb -> 'target', 'mapping', design::jsonb -> 'mapping',
           'filter', design::jsonb -> 'filter', 'suite', design::jsonb -> 'suite')::text,
       created_by, changed_at
FROM exchange_service;
