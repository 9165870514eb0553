-- What a department owes in a campaign is in the to-do lists under an identity of its own.
ALTER TABLE campaign_participant ADD id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
