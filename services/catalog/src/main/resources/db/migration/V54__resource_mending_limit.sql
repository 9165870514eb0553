-- How long an editor may take to mend a resource that was sent back.
INSERT INTO time_limit VALUES ('RESOURCE_MENDING', 10, 2, 'govshare', now(), 0);
