-- How many rows there are follows the data and not the entry: providers say so with each update of
-- their data, and the published version shows the latest count.
CREATE OR REPLACE FUNCTION published_contents(resource information_resource) RETURNS text[]
    LANGUAGE sql STABLE AS
$$
    SELECT ARRAY [
        resource.id::text, resource.series_id::text, resource.version::text, resource.identifier,
        resource.name, resource.summary, resource.department_code, resource.category_code,
        resource.format, resource.format_type, resource.data_structure, resource.sharing_type,
        resource.sharing_method, resource.open_type, resource.open_condition,
        resource.update_frequency, resource.source_schema, resource.source_table,
        resource.item_count::text, resource.keywords::text,
        resource.related_resources::text, resource.office_id::text, resource.function_id::text,
        resource.matter_id::text, resource.system_id::text, resource.contact_name,
        resource.contact_phone, resource.contact_email, resource.storage_gb::text,
        resource.shared_storage_gb::text, resource.shared_rows::text,
        resource.open_storage_gb::text, resource.open_rows::text, resource.classification,
        resource.proposed_identifier, resource.authored_by, resource.edited_by,
        resource.reviewed_by, resource.published_at::text]
$$;
