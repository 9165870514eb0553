-- The policy in the library that a demand or a business function rests on, beside its words.
ALTER TABLE demand ADD COLUMN legal_basis_id uuid REFERENCES library_document;
ALTER TABLE business_function ADD COLUMN legal_basis_id uuid REFERENCES library_document;
CREATE INDEX ON demand (legal_basis_id) WHERE legal_basis_id IS NOT NULL;
CREATE INDEX ON business_function (legal_basis_id) WHERE legal_basis_id IS NOT NULL;
