-- Which rows a grant opens, as conditions that every reading is held to.
ALTER TABLE sharing_grant ADD COLUMN row_conditions text NOT NULL DEFAULT '[]';
