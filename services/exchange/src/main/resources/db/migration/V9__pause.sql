-- A run that is paused is still the service's one live run.
DROP INDEX run_one_live;
CREATE UNIQUE INDEX run_one_live ON run (service_id)
    WHERE state IN ('REQUESTED', 'RUNNING', 'PAUSED');
