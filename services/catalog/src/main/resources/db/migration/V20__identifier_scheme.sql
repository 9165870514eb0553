ALTER TABLE identifier_segment DROP CONSTRAINT identifier_segment_source_check;
ALTER TABLE identifier_segment
    ADD CHECK (source IN ('CATEGORY', 'DEPARTMENT', 'CONSTANT', 'REGION'));

-- Every scheme there was; the one with the highest revision holds and is repeated, row by row, in
-- identifier_segment.
CREATE TABLE identifier_scheme_change (
    revision   bigint      PRIMARY KEY,
    segments   jsonb       NOT NULL,
    remark     text,
    changed_by text,
    changed_at timestamptz NOT NULL
);
INSERT INTO identifier_scheme_change (revision, segments, changed_at)
SELECT 0,
       jsonb_agg(
           jsonb_strip_nulls(
               jsonb_build_object('source', source, 'digits', digits, 'constant', constant))
           ORDER BY position),
       now()
FROM identifier_segment;

-- Up to this number, everything under the prefix is given out, kept or reserved.
ALTER TABLE identifier_prefix DROP CONSTRAINT identifier_prefix_last_number_check;
ALTER TABLE identifier_prefix ADD CHECK (last_number BETWEEN 0 AND 99999);

-- A kept identifier came with its resource from outside instead of being the next free one.
ALTER TABLE identifier_allocation
    ADD COLUMN kept   boolean NOT NULL DEFAULT false,
    ADD COLUMN prefix text    GENERATED ALWAYS AS (left(identifier, 16)) STORED,
    ADD COLUMN number integer GENERATED ALWAYS AS (cast(right(identifier, 5) AS integer)) STORED;
CREATE UNIQUE INDEX ON identifier_allocation (prefix, number);

CREATE FUNCTION refuse_change_of_identifier() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'Identifier % belongs to its series for ever', OLD.identifier;
END
$$;
CREATE TRIGGER never_again BEFORE UPDATE OR DELETE ON identifier_allocation
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_identifier();

-- Numbers held back for one department, until they are released.
CREATE TABLE identifier_reservation (
    id              uuid        PRIMARY KEY,
    prefix          text        NOT NULL CHECK (prefix ~ '^[0-9]{16}$'),
    first_number    integer     NOT NULL,
    last_number     integer     NOT NULL,
    department_code text        NOT NULL REFERENCES department,
    reason          text        NOT NULL,
    reserved_by     text        NOT NULL,
    reserved_at     timestamptz NOT NULL,
    released_by     text,
    released_at     timestamptz,
    revision        bigint      NOT NULL,
    CHECK (1 <= first_number AND first_number <= last_number AND last_number <= 99999)
);
CREATE INDEX ON identifier_reservation (prefix) WHERE released_at IS NULL;
