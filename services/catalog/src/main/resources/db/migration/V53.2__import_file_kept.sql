-- Workbooks are kept for a while only; what came of them stays.
ALTER TABLE import_batch ADD file_kept boolean NOT NULL DEFAULT true;
CREATE INDEX ON import_batch (updated_at) WHERE file_kept;
