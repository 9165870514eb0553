-- The words that the last comparison replaced: the list of synonyms as it was then, and the names and
-- synonyms of the standard data elements then in force. Keys of items are made by them until the next
-- comparison, so that they meet the keys that were decided on.
CREATE TABLE compared_word (
    word    text    NOT NULL,
    meaning text    NOT NULL,
    -- Whether it counts only where it is the whole name.
    whole   boolean NOT NULL,
    PRIMARY KEY (word, meaning, whole)
);
INSERT INTO compared_word (word, meaning, whole) SELECT folded, meaning, false FROM item_synonym;
