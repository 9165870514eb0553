-- What a run sends again: bounds that its source adds to the service's row filter.
CREATE TABLE resend (
    run_id     uuid PRIMARY KEY REFERENCES run,
    conditions text NOT NULL
);
