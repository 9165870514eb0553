-- Runs may be paused.
ALTER TABLE run DROP CONSTRAINT run_state_check;
ALTER TABLE run ADD CONSTRAINT run_state_check
    CHECK (state IN ('REQUESTED', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'STOPPED'));
