-- The text that entries are found by is compared in normal form, which full-width forms are not.
UPDATE library_document SET search_text = lower(normalize(search_text, NFKC))
WHERE search_text <> lower(normalize(search_text, NFKC));
UPDATE code_table SET search_text = lower(normalize(search_text, NFKC))
WHERE search_text <> lower(normalize(search_text, NFKC));
UPDATE data_element SET search_text = lower(normalize(search_text, NFKC))
WHERE search_text <> lower(normalize(search_text, NFKC));
