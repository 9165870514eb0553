-- A target that comes back after runs without it, or was given up, begins with a copy.
ALTER TABLE run_channel ADD COLUMN anew boolean NOT NULL DEFAULT false;

-- Change capture sends rows again by their keys.
ALTER TABLE resend ADD COLUMN keys text;
