-- What resources are found by, laid out for speed: narrow rows hold what ranks a hit; what is wide
-- lies out of line. The table resource_search of earlier releases goes with the next release.

-- Facets name departments and categories by small numbers that never change.
ALTER TABLE department ADD ordinal integer NOT NULL GENERATED ALWAYS AS IDENTITY;
ALTER TABLE category ADD ordinal integer NOT NULL GENERATED ALWAYS AS IDENTITY;

-- All facets of a resource in one number, so that counting them is one grouping by one column. Codes
-- are positions in these lists; 0 is a value that is not listed. FacetBits reads it back.
CREATE FUNCTION resource_facets(r information_resource) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    department bigint := (SELECT ordinal FROM department WHERE code = r.department_code);
    category   bigint := (SELECT ordinal FROM category WHERE code = r.category_code);
BEGIN
    RETURN (coalesce(array_position(ARRAY['DRAFT', 'PENDING_REVIEW', 'RETURNED', 'REGISTERED',
                'PUBLISHED', 'WITHDRAWN', 'SUPERSEDED'], r.state), 0)::bigint << 56)
        | (coalesce(department, 0) << 42)
        | (coalesce(category, 0) << 26)
        | (coalesce(array_position(ARRAY['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'],
                r.sharing_type), 0)::bigint << 23)
        | (coalesce(array_position(ARRAY['OPEN', 'ON_REQUEST', 'CLOSED'],
                r.open_type), 0)::bigint << 20)
        | (coalesce(array_position(ARRAY['ELECTRONIC_FILE', 'SPREADSHEET', 'DATABASE', 'IMAGE',
                'STREAMING_MEDIA', 'SELF_DESCRIBING', 'SERVICE_INTERFACE'],
                r.format), 0)::bigint << 16)
        | (coalesce(array_position(ARRAY['STRUCTURED', 'SEMI_STRUCTURED', 'UNSTRUCTURED'],
                r.data_structure), 0)::bigint << 13)
        | (coalesce(array_position(ARRAY['REALTIME', 'DAILY', 'WEEKLY', 'TEN_DAYS', 'MONTHLY',
                'QUARTERLY', 'YEARLY', 'IRREGULAR'], r.update_frequency), 0)::bigint << 8)
        -- The year of publication here, counted from 1999 so that 0 means none.
        | coalesce(least(greatest(
                extract(year FROM r.published_at AT TIME ZONE 'Asia/Shanghai')::bigint - 1999,
                1), 255), 0);
END $$;

ALTER TABLE information_resource
    ADD facets bigint,
    -- What lists are ordered by: when it entered the catalogue, else when it was last changed.
    ADD newest timestamptz;

-- Filled by the database, because resources are written one by one, in bulk and by COPY.
CREATE FUNCTION set_resource_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.facets := resource_facets(NEW);
    NEW.newest := coalesce(NEW.published_at, NEW.updated_at);
    RETURN NEW;
END $$;
CREATE TRIGGER set_facets BEFORE INSERT OR UPDATE ON information_resource
    FOR EACH ROW EXECUTE FUNCTION set_resource_facets();
UPDATE information_resource SET facets = 0;
ALTER TABLE information_resource
    ALTER facets SET NOT NULL,
    ALTER newest SET NOT NULL;
CREATE INDEX information_resource_facets ON information_resource (facets);
CREATE INDEX information_resource_newest ON information_resource (newest DESC, id) INCLUDE (facets);

-- Text is in normal form, one field or item on each line. Tokens are the pairs of neighbouring
-- characters, sixteen bits each. Free space in the pages and no index on facets and newest let a
-- change of state leave the tokens' index alone.
CREATE TABLE resource_text (
    resource_id   uuid        NOT NULL PRIMARY KEY
        REFERENCES information_resource ON DELETE CASCADE,
    facets        bigint      NOT NULL,
    newest        timestamptz NOT NULL,
    -- The transaction that wrote the row last: a reindex carries over what was written meanwhile.
    written_by    xid8        NOT NULL DEFAULT pg_current_xact_id(),
    name          text        STORAGE MAIN NOT NULL,
    keywords      text        STORAGE MAIN NOT NULL,
    items         text        STORAGE MAIN NOT NULL,
    other         text        NOT NULL,
    name_initials text        NOT NULL,
    initials      text        NOT NULL,
    tokens        integer[]   STORAGE EXTERNAL NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 1024);
CREATE INDEX resource_text_tokens ON resource_text USING gin (tokens);

CREATE FUNCTION set_text_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT r.facets, r.newest INTO NEW.facets, NEW.newest
    FROM information_resource r WHERE r.id = NEW.resource_id;
    RETURN NEW;
END $$;
CREATE TRIGGER set_facets BEFORE INSERT ON resource_text
    FOR EACH ROW EXECUTE FUNCTION set_text_facets();

CREATE FUNCTION follow_resource_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE resource_text
    SET facets = NEW.facets, newest = NEW.newest, written_by = pg_current_xact_id()
    WHERE resource_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER follow_facets AFTER UPDATE ON information_resource
    FOR EACH ROW WHEN (OLD.facets <> NEW.facets OR OLD.newest <> NEW.newest)
    EXECUTE FUNCTION follow_resource_facets();
