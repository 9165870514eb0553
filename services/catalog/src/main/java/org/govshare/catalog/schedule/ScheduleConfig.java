package org.govshare.catalog.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the scheduled work. */
@ConfigMapping(prefix = "govshare.schedule")
interface ScheduleConfig {

  /** How often what is due is looked for, or {@code off}. */
  @WithDefault("1M")
  String interval();

  /** How long a replica that was at work is waited for before another takes over. */
  @WithDefault("5M")
  Duration leaseInterval();
}
