-- Keys of suite gm, for nodes that have them. A service's suite is part of its design; a design
-- without one is of suite intl, so that channels from before keep their route.
ALTER TABLE node ADD COLUMN gm_signing_key text;
ALTER TABLE node ADD COLUMN gm_agreement_key text;
ALTER TABLE node ADD COLUMN gm_key_id text UNIQUE;
