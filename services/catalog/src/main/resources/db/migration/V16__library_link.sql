-- What items cite exists in the library. Entries are repealed, not deleted, while they are cited.
ALTER TABLE data_item
    ADD FOREIGN KEY (legal_basis_id) REFERENCES library_document,
    ADD FOREIGN KEY (data_element_id) REFERENCES data_element,
    ADD FOREIGN KEY (code_table_id) REFERENCES code_table;
CREATE INDEX ON data_item (legal_basis_id) WHERE legal_basis_id IS NOT NULL;
CREATE INDEX ON data_item (data_element_id) WHERE data_element_id IS NOT NULL;
CREATE INDEX ON data_item (code_table_id) WHERE code_table_id IS NOT NULL;
