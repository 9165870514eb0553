package org.govshare.catalog.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are run. */
@ConfigMapping(prefix = "govshare.jobs")
interface JobConfig {

  /** Whether this replica runs jobs. */
  @WithDefault("true")
  boolean enabled();

  /** How often it looks for work and writes down the progress of what it runs. */
  @WithDefault("0.5S")
  Duration interval();

  /** How many jobs it runs at a time. */
  @WithDefault("2")
  int limit();

  /** How long a replica that fell silent keeps its jobs. */
  @WithDefault("30S")
  Duration leaseInterval();

  /** How often a job is begun whose replicas die. */
  @WithDefault("3")
  int attemptLimit();

  /** How long ended jobs are kept. */
  @WithDefault("30D")
  Duration retentionInterval();
}
