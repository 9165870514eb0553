-- Keys in whose place a node has put others of its own accord. What it signed with them before counts
-- on; keys that were lost or seen by others are not kept here.
CREATE TABLE former_node_key (
    node           text        NOT NULL REFERENCES node,
    key_id         text        NOT NULL,
    signing_key    text        NOT NULL,
    gm_signing_key text,
    replaced_at    timestamptz NOT NULL,
    PRIMARY KEY (node, key_id)
);
