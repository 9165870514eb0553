package org.govshare.catalog.organisation.system;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a system is asked whether it is still needed. */
@ConfigMapping(prefix = "govshare.systems.audit")
interface AuditConfig {

  /** How long a system has not been used before it is asked; counted in whole days. */
  @WithDefault("180D")
  Duration idleInterval();
}
