package org.govshare.catalog.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is exported, and how long it is kept. */
@ConfigMapping(prefix = "govshare.export")
interface ExportConfig {

  /** Most data items that are written while the caller waits; beyond it takes a job. */
  @WithDefault("20000")
  long directLimit();

  /** How long what jobs wrote is kept. */
  @WithDefault("7D")
  Duration retentionInterval();
}
