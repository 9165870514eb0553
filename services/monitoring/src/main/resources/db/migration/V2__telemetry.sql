-- The greatest figures that one end of a run has reported so far. Nothing refers to the facts:
-- figures of a service that is not known yet are kept and counted once it is.
CREATE TABLE run_figures (
    run_id      uuid        NOT NULL,
    side        text        NOT NULL CHECK (side IN ('SOURCE', 'TARGET')),
    service_id  uuid        NOT NULL,
    node        text        NOT NULL,
    messages    bigint      NOT NULL DEFAULT 0,
    rows        bigint      NOT NULL DEFAULT 0,
    bytes       bigint      NOT NULL DEFAULT 0,
    wire_bytes  bigint      NOT NULL DEFAULT 0,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (run_id, side)
);

-- What the figures grew by on a day of Asia/Shanghai. The sum over all days of a service equals the
-- sum over its runs.
CREATE TABLE daily_figures (
    day        date   NOT NULL,
    service_id uuid   NOT NULL,
    node       text   NOT NULL,
    side       text   NOT NULL CHECK (side IN ('SOURCE', 'TARGET')),
    messages   bigint NOT NULL,
    rows       bigint NOT NULL,
    bytes      bigint NOT NULL,
    wire_bytes bigint NOT NULL,
    PRIMARY KEY (service_id, day, node, side)
);
CREATE INDEX ON daily_figures (day);

CREATE TABLE node_heartbeat (
    node          text        PRIMARY KEY,
    agent_version text        NOT NULL,
    seen_at       timestamptz NOT NULL
);

-- Sent is what sources report, received is what targets report.
CREATE FUNCTION service_traffic(first_day date, last_day date)
    RETURNS TABLE (
        service_id        uuid,
        sent_messages     bigint,
        received_messages bigint,
        sent_rows         bigint,
        received_rows     bigint,
        sent_bytes        bigint,
        received_bytes    bigint)
    LANGUAGE sql STABLE AS
$$
     SELECT f.service_id,
            coalesce(sum(f.messages) FILTER (WHERE f.side = 'SOURCE'), 0)::bigint,
            coalesce(sum(f.messages) FILTER (WHERE f.side = 'TARGET'), 0)::bigint,
            coalesce(sum(f.rows)     FILTER (WHERE f.side = 'SOURCE'), 0)::bigint,
            coalesce(sum(f.rows)     FILTER (WHERE f.side = 'TARGET'), 0)::bigint,
            coalesce(sum(f.bytes)    FILTER (WHERE f.side = 'SOURCE'), 0)::bigint,
            coalesce(sum(f.bytes)    FILTER (WHERE f.side = 'TARGET'), 0)::bigint
       FROM daily_figures f
      WHERE f.day BETWEEN first_day AND last_day
      GROUP BY f.service_id
$$;
