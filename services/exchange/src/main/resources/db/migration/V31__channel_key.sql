-- With which key a node signed a channel's receipts, from which sequence on.
CREATE TABLE channel_key (
    channel_id    uuid   NOT NULL REFERENCES channel,
    node          text   NOT NULL,
    from_sequence bigint NOT NULL,
    signing_key   text   NOT NULL,
    PRIMARY KEY (channel_id, node, from_sequence)
);
