ALTER TABLE govshare.replica ADD COLUMN channel_id uuid;
COMMENT ON COLUMN govshare.replica.channel_id IS
  'The channel that began the last copy; frames of another one are those of an older design.';
