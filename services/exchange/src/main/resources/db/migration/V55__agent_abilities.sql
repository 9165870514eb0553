-- What a node's agent can do, as it says with its tables; null until it has said so.
ALTER TABLE node ADD abilities text;
