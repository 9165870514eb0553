-- 同义词: where a name says the word, it is compared as if it said the meaning.
CREATE TABLE item_synonym (
    id         uuid        PRIMARY KEY,
    word       text        NOT NULL,
    meaning    text        NOT NULL,
    -- The word as names are compared.
    folded     text        NOT NULL UNIQUE,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    revision   bigint      NOT NULL
);
INSERT INTO item_synonym (id, word, meaning, folded, changed_by, changed_at, revision)
SELECT gen_random_uuid(), word, meaning, word, 'govshare', now(), 0
FROM (VALUES
    ('身份证件号码', '公民身份号码'),
    ('身份证号码', '公民身份号码'),
    ('身份证号', '公民身份号码'),
    ('社会信用代码', '统一社会信用代码'),
    ('统一社会信用代码', '统一社会信用代码'),
    ('信用代码', '统一社会信用代码'),
    ('法人代表', '法定代表人'),
    ('法定代表人', '法定代表人'),
    ('联系方式', '联系电话'),
    ('电话号码', '联系电话'),
    ('出生年月日', '出生日期'),
    ('注册地址', '住所'),
    ('公司名称', '企业名称'),
    ('单位名称', '企业名称')) AS known (word, meaning);

-- Every published item as it was compared last: what its name amounts to, and whose it is.
CREATE TABLE compared_item (
    item_id         uuid    PRIMARY KEY,
    resource_id     uuid    NOT NULL,
    department_code text    NOT NULL,
    item_key        text    NOT NULL,
    data_type       text    NOT NULL,
    length          integer,
    base_library    boolean NOT NULL
);
CREATE INDEX ON compared_item (item_key);

-- Data that several departments seem to keep: items of one name (both keys are the same), or of two
-- names that resemble each other.
CREATE TABLE authority_candidate (
    id              uuid          PRIMARY KEY,
    key_a           text          NOT NULL,
    key_b           text          NOT NULL,
    name_a          text          NOT NULL,
    name_b          text          NOT NULL,
    score           numeric(4, 3) NOT NULL,
    name_score      numeric(4, 3) NOT NULL,
    type_score      numeric(4, 3) NOT NULL,
    length_score    numeric(4, 3) NOT NULL,
    departments     text[]        NOT NULL,
    resource_count  integer       NOT NULL,
    item_count      integer       NOT NULL,
    base_library    boolean       NOT NULL,
    -- Whether the last comparison found it; one that was decided on stays though it was not.
    found           boolean       NOT NULL,
    found_at        timestamptz   NOT NULL,
    verdict         text          CHECK (verdict IN ('SAME', 'DIFFERENT')),
    decided_at      timestamptz,
    revision        bigint        NOT NULL,
    UNIQUE (key_a, key_b),
    CHECK (key_a <= key_b)
);
CREATE INDEX ON authority_candidate (score DESC, id);
CREATE INDEX ON authority_candidate (key_b);

-- Every decision there was; the last on a candidate holds.
CREATE TABLE authority_decision (
    id              uuid        PRIMARY KEY,
    candidate_id    uuid        NOT NULL REFERENCES authority_candidate,
    number          integer     NOT NULL CHECK (number >= 1),
    verdict         text        NOT NULL CHECK (verdict IN ('SAME', 'DIFFERENT')),
    department_code text        REFERENCES department,
    series_id       uuid,
    item_name       text,
    reason          text        NOT NULL,
    decided_by      text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    UNIQUE (candidate_id, number),
    CHECK ((verdict = 'SAME') = (department_code IS NOT NULL)),
    CHECK ((verdict = 'SAME') = (series_id IS NOT NULL)),
    CHECK ((verdict = 'SAME') = (item_name IS NOT NULL))
);

-- One datum, one source department, whatever candidates it is part of.
CREATE TABLE authoritative_department (
    item_key        text PRIMARY KEY,
    department_code text NOT NULL REFERENCES department,
    UNIQUE (item_key, department_code)
);
CREATE TABLE authoritative_source (
    item_key        text NOT NULL,
    candidate_id    uuid NOT NULL REFERENCES authority_candidate,
    department_code text NOT NULL,
    series_id       uuid NOT NULL,
    item_name       text NOT NULL,
    PRIMARY KEY (item_key, candidate_id),
    FOREIGN KEY (item_key, department_code)
        REFERENCES authoritative_department (item_key, department_code)
);
CREATE INDEX ON authoritative_source (candidate_id);

-- Derives the sources of these data, or of all, from the decisions that hold. If decisions came to
-- speak of one datum only later, through a synonym, the latest counts.
CREATE FUNCTION derive_authoritative_sources(wanted text[]) RETURNS void LANGUAGE sql AS
$$
    DELETE FROM authoritative_source WHERE wanted IS NULL OR item_key = ANY (wanted);
    DELETE FROM authoritative_department WHERE wanted IS NULL OR item_key = ANY (wanted);
    WITH latest AS (
        SELECT DISTINCT ON (decision.candidate_id) decision.*, candidate.key_a, candidate.key_b
        FROM authority_decision decision
            JOIN authority_candidate candidate ON candidate.id = decision.candidate_id
        WHERE wanted IS NULL OR candidate.key_a = ANY (wanted) OR candidate.key_b = ANY (wanted)
        ORDER BY decision.candidate_id, decision.number DESC
    )
    INSERT INTO authoritative_department (item_key, department_code)
    SELECT DISTINCT ON (item_key) item_key, department_code
    FROM latest CROSS JOIN LATERAL (VALUES (key_a), (key_b)) AS key (item_key)
    WHERE verdict = 'SAME' AND (wanted IS NULL OR item_key = ANY (wanted))
    ORDER BY item_key, decided_at DESC, candidate_id;
    WITH latest AS (
        SELECT DISTINCT ON (decision.candidate_id) decision.*, candidate.key_a, candidate.key_b
        FROM authority_decision decision
            JOIN authority_candidate candidate ON candidate.id = decision.candidate_id
        WHERE wanted IS NULL OR candidate.key_a = ANY (wanted) OR candidate.key_b = ANY (wanted)
        ORDER BY decision.candidate_id, decision.number DESC
    )
    INSERT INTO authoritative_source (item_key, candidate_id, department_code, series_id, item_name)
    SELECT DISTINCT item_key, candidate_id, latest.department_code, series_id, item_name
    FROM latest
        CROSS JOIN LATERAL (VALUES (key_a), (key_b)) AS key (item_key)
        JOIN authoritative_department chosen USING (item_key)
    WHERE verdict = 'SAME' AND chosen.department_code = latest.department_code
        AND (wanted IS NULL OR item_key = ANY (wanted));
$$;
