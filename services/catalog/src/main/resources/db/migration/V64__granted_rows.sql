-- Which rows a grant opens: conditions on items of the resource, all of which a row must fulfil.
CREATE TABLE grant_row_condition (
    grant_id      uuid    NOT NULL REFERENCES resource_grant,
    position      integer NOT NULL,
    item_id       uuid    NOT NULL REFERENCES data_item,
    operator      text    NOT NULL,
    compared_with text[]  NOT NULL,
    PRIMARY KEY (grant_id, position)
);
