-- A run goes through one channel per target and lane, and each end of each reports by itself. What
-- was reported before is taken over by the first channel of its run that speaks.
ALTER TABLE run_figures
    ADD COLUMN channel_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE run_figures DROP CONSTRAINT run_figures_pkey;
ALTER TABLE run_figures ADD PRIMARY KEY (run_id, side, channel_id);
