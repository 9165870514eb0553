-- The campaign that what is imported belongs to.
ALTER TABLE import_batch ADD COLUMN campaign_id uuid REFERENCES campaign;

-- How far those who listen have been told of what an import took over, by the order of identities.
ALTER TABLE import_batch ADD COLUMN told_id uuid;
