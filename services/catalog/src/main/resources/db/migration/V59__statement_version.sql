-- What a department says to its results is changed by version, like everything else.
ALTER TABLE evaluation_statement ADD revision bigint NOT NULL DEFAULT 1;
