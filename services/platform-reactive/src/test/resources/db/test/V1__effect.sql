-- What a fact leaves behind when it is applied.
CREATE TABLE effect (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, what text NOT NULL);
