-- Which resources were written lately, so that a service that keeps what is searched in memory can
-- tell in the very statement that reads a page whether its memory is of the same moment.
CREATE TABLE search_change (
    written_by  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    -- NULL: so many that everything has to be read again.
    resource_id uuid,
    written_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX search_change_written_by ON search_change (written_by);

-- Changes of this transaction and earlier ones may have been forgotten.
CREATE TABLE search_horizon (forgotten xid8 NOT NULL);
INSERT INTO search_horizon VALUES ('0');

CREATE FUNCTION note_resources() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM (SELECT FROM changed LIMIT 501) AS few) > 500 THEN
        INSERT INTO search_change DEFAULT VALUES;
    ELSE
        INSERT INTO search_change (resource_id) SELECT id FROM changed;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION note_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM (SELECT FROM changed LIMIT 501) AS few) > 500 THEN
        INSERT INTO search_change DEFAULT VALUES;
    ELSE
        INSERT INTO search_change (resource_id) SELECT resource_id FROM changed;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION note_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_change DEFAULT VALUES;
    RETURN NULL;
END $$;

CREATE TRIGGER note_inserted AFTER INSERT ON information_resource
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_resources();
CREATE TRIGGER note_deleted AFTER DELETE ON information_resource
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_resources();
CREATE TRIGGER note_truncated AFTER TRUNCATE ON information_resource
    FOR EACH STATEMENT EXECUTE FUNCTION note_everything();

-- Of a resource that stays, only what searches filter and order by matters here.
CREATE OR REPLACE FUNCTION follow_resource_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE resource_text
    SET facets = NEW.facets, newest = NEW.newest, written_by = pg_current_xact_id()
    WHERE resource_id = NEW.id;
    IF NOT FOUND THEN
        INSERT INTO search_change (resource_id) VALUES (NEW.id);
    END IF;
    RETURN NULL;
END $$;

-- The table of texts is made anew by every reindex, and then watched again.
CREATE FUNCTION watch_texts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    CREATE TRIGGER note_inserted AFTER INSERT ON resource_text
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_texts();
    CREATE TRIGGER note_updated AFTER UPDATE ON resource_text
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_texts();
    CREATE TRIGGER note_deleted AFTER DELETE ON resource_text
        REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_texts();
    CREATE TRIGGER note_truncated AFTER TRUNCATE ON resource_text
        FOR EACH STATEMENT EXECUTE FUNCTION note_everything();
END $$;
SELECT watch_texts();
