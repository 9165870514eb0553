-- Who took which step with a resource is written once, whatever becomes of the resource.
CREATE FUNCTION refuse_change_of_trail() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'The trail of resource % is never changed', OLD.resource_id;
END
$$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON resource_transition
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_trail();
