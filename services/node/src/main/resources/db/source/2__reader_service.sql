ALTER TABLE govshare_capture.reader ADD COLUMN service_id uuid;
COMMENT ON COLUMN govshare_capture.reader.service_id IS
  'The service that the channel belongs to: what its run does not go through any more is forgotten.';
