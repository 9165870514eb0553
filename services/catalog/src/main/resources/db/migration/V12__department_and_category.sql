ALTER TABLE department
    ADD parent           text   REFERENCES department,
    ADD kind             text   NOT NULL DEFAULT 'GOVERNMENT_ORGAN',
    ADD region_code      text   REFERENCES region,
    -- 统一社会信用代码 after GB 32100.
    ADD credit_code      text   UNIQUE CHECK (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
    ADD state            text   NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'ABOLISHED')),
    ADD abolition_reason text,
    ADD abolished_at     timestamptz,
    ADD revision         bigint NOT NULL DEFAULT 0,
    ADD CHECK (parent <> code),
    ADD CHECK ((state = 'ABOLISHED') = (abolished_at IS NOT NULL));
ALTER TABLE department ALTER kind DROP DEFAULT;
UPDATE department SET region_code = '130000';
UPDATE department SET kind = 'PARTY_ORGAN' WHERE code = 'bb';
UPDATE department SET kind = 'INSTITUTION' WHERE code = 'xxzx';
CREATE INDEX ON department (parent);

-- Four levels: 类, 项, 目, 细目. The first two digits of a code are those of its 类, the first four
-- those of its 项; the last two number what is below that 项, whether 目 or 细目.
ALTER TABLE category
    ADD level       integer CHECK (level BETWEEN 1 AND 4),
    ADD position    integer NOT NULL DEFAULT 0,
    ADD description text,
    ADD retired     boolean NOT NULL DEFAULT false,
    ADD revision    bigint  NOT NULL DEFAULT 0;

INSERT INTO category (code, parent, name) VALUES
    ('010211', '010201', '登记类'),
    ('010212', '010201', '监管类'),
    ('010213', '010201', '许可审批类');

WITH RECURSIVE tree AS (
    SELECT code, 1 AS level FROM category WHERE parent IS NULL
    UNION ALL
    SELECT below.code, tree.level + 1 FROM category below JOIN tree ON below.parent = tree.code
)
UPDATE category SET level = tree.level FROM tree WHERE tree.code = category.code;
UPDATE category
SET position = ordered.position
FROM (
    SELECT code, row_number() OVER (PARTITION BY parent ORDER BY code) AS position FROM category
) ordered
WHERE ordered.code = category.code;
ALTER TABLE category ALTER level SET NOT NULL;
CREATE UNIQUE INDEX ON category (coalesce(parent, ''), name);
