package org.govshare.monitoring.node;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a node counts as stopped. */
@ConfigMapping(prefix = "govshare.monitoring.node")
interface NodeConfig {

  /** How old a node's latest heartbeat may be; nodes send one every five seconds. */
  @WithDefault("15S")
  Duration silenceLimit();
}
