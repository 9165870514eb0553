-- The core metadata of 1272号 and GB/T 21063.3 that V1 did not have, and items with rules of their
-- own for everything that a resource says about sharing.
CREATE TABLE resource_format_type (
    code     text    PRIMARY KEY,
    format   text    NOT NULL,
    label    text    NOT NULL,
    position integer NOT NULL
);
INSERT INTO resource_format_type (format, code, label, position) VALUES
    ('ELECTRONIC_FILE', 'ofd', 'OFD', 1),
    ('ELECTRONIC_FILE', 'wps', 'WPS', 2),
    ('ELECTRONIC_FILE', 'xml', 'XML', 3),
    ('ELECTRONIC_FILE', 'txt', 'TXT', 4),
    ('ELECTRONIC_FILE', 'doc', 'DOC', 5),
    ('ELECTRONIC_FILE', 'docx', 'DOCX', 6),
    ('ELECTRONIC_FILE', 'html', 'HTML', 7),
    ('ELECTRONIC_FILE', 'pdf', 'PDF', 8),
    ('ELECTRONIC_FILE', 'ppt', 'PPT', 9),
    ('SPREADSHEET', 'et', 'ET', 10),
    ('SPREADSHEET', 'xls', 'XLS', 11),
    ('SPREADSHEET', 'xlsx', 'XLSX', 12),
    ('DATABASE', 'dm', 'Dm', 20),
    ('DATABASE', 'kingbasees', 'KingbaseES', 21),
    ('DATABASE', 'access', 'Access', 22),
    ('DATABASE', 'dbf', 'DBF', 23),
    ('DATABASE', 'dbase', 'dBase', 24),
    ('DATABASE', 'sysbase', 'Sybase', 25),
    ('DATABASE', 'oracle', 'Oracle', 26),
    ('DATABASE', 'sqlserver', 'SQL Server', 27),
    ('DATABASE', 'db2', 'DB2', 28),
    ('DATABASE', 'mysql', 'MySQL', 29),
    ('DATABASE', 'postgresql', 'PostgreSQL', 30),
    ('DATABASE', 'opengauss', 'openGauss', 31),
    ('IMAGE', 'jpg', 'JPG', 40),
    ('IMAGE', 'gif', 'GIF', 41),
    ('IMAGE', 'bmp', 'BMP', 42),
    ('IMAGE', 'png', 'PNG', 43),
    ('IMAGE', 'tiff', 'TIFF', 44),
    ('STREAMING_MEDIA', 'swf', 'SWF', 50),
    ('STREAMING_MEDIA', 'rm', 'RM', 51),
    ('STREAMING_MEDIA', 'mpg', 'MPG', 52),
    ('STREAMING_MEDIA', 'mp4', 'MP4', 53),
    ('SELF_DESCRIBING', 'self-describing', '自描述格式', 60),
    ('SERVICE_INTERFACE', 'rest', 'REST', 70),
    ('SERVICE_INTERFACE', 'soap', 'SOAP', 71);

ALTER TABLE information_resource
    ADD format_type         text REFERENCES resource_format_type,
    ADD open_condition      text,
    ADD keywords            text[]         NOT NULL DEFAULT '{}',
    -- 关联资源代码: identifiers of published resources.
    ADD related_resources   text[]         NOT NULL DEFAULT '{}',
    ADD office_id           uuid,
    ADD function_id         uuid,
    ADD matter_id           uuid,
    ADD system_id           uuid,
    ADD campaign_id         uuid,
    ADD contact_name        text,
    ADD contact_phone       text,
    ADD contact_email       text,
    ADD storage_gb          numeric(18, 6) CHECK (storage_gb >= 0),
    ADD shared_storage_gb   numeric(18, 6) CHECK (shared_storage_gb >= 0),
    ADD shared_rows         bigint         CHECK (shared_rows >= 0),
    ADD open_storage_gb     numeric(18, 6) CHECK (open_storage_gb >= 0),
    ADD open_rows           bigint         CHECK (open_rows >= 0),
    -- 密级: nothing that is a state secret enters this platform.
    ADD classification      text           NOT NULL DEFAULT 'UNCLASSIFIED'
        CHECK (classification = 'UNCLASSIFIED'),
    -- A code that the resource had before it came here.
    ADD proposed_identifier text,
    -- The import that brought it.
    ADD batch_id            uuid,
    ADD data_updated_at     timestamptz;
CREATE INDEX ON information_resource (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX ON information_resource (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX ON information_resource (identifier) WHERE identifier IS NOT NULL;

ALTER TABLE data_item
    ADD sharing_method   text,
    ADD open_condition   text,
    ADD update_frequency text,
    ADD description      text,
    ADD legal_basis_id   uuid,
    ADD data_element_id  uuid,
    ADD code_table_id    uuid;
UPDATE data_item
SET sharing_method = resource.sharing_method, update_frequency = resource.update_frequency
FROM information_resource resource
WHERE resource.id = data_item.resource_id;
ALTER TABLE data_item
    ALTER sharing_method SET NOT NULL,
    ALTER update_frequency SET NOT NULL;
