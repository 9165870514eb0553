-- A step with more resources than one call takes: done by a job, some at a time.
CREATE TABLE bulk_order (
    job_id uuid PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    owner  text NOT NULL,
    action text NOT NULL
);

-- Its resources, and what became of each.
CREATE TABLE bulk_order_item (
    job_id        uuid    NOT NULL REFERENCES bulk_order ON DELETE CASCADE,
    position      integer NOT NULL,
    resource_id   uuid    NOT NULL,
    seen_revision bigint,
    -- Unknown until its turn has come.
    done          boolean,
    name          text,
    code          text,
    reason        text,
    state         text,
    revision      bigint,
    PRIMARY KEY (job_id, position)
);
CREATE INDEX ON bulk_order_item (job_id, position) WHERE done IS NULL;
