ALTER TABLE resource_grant
    ADD COLUMN row_filter  text,
    ADD COLUMN conditions  text,
    -- The grant it took the place of, and the one that took its own.
    ADD COLUMN replaces    uuid REFERENCES resource_grant,
    ADD COLUMN replaced_by uuid REFERENCES resource_grant DEFERRABLE INITIALLY DEFERRED,
    -- When its holder was told that it ends soon, and when its end was dealt with.
    ADD COLUMN noticed_at  timestamptz,
    ADD COLUMN expired_at  timestamptz;

-- A request that is decided anew, and a grant that is narrowed, leave a grant behind.
ALTER TABLE resource_grant DROP CONSTRAINT resource_grant_request_id_key;
CREATE UNIQUE INDEX ON resource_grant (request_id) WHERE revoked_at IS NULL;
CREATE INDEX ON resource_grant (request_id);
CREATE INDEX ON resource_grant (expires_at) WHERE revoked_at IS NULL AND expired_at IS NULL;
CREATE INDEX ON grant_item (item_id);

ALTER TABLE access_request
    ADD FOREIGN KEY (renews_grant_id) REFERENCES resource_grant,
    ADD FOREIGN KEY (grant_id) REFERENCES resource_grant;
