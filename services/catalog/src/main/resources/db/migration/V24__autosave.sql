-- What somebody typed into a form and has not handed in yet.
CREATE TABLE autosave (
    person   text        NOT NULL,
    form     text        NOT NULL,
    key      text        NOT NULL,
    content  text        NOT NULL,
    bytes    integer     NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person, form, key)
);
CREATE INDEX ON autosave (saved_at);
