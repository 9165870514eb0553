package org.govshare.platform.reactive.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is relayed. */
@ConfigMapping(prefix = "govshare.outbox")
public interface OutboxConfig {

  /** Whether this service relays; off in a service that tells nobody anything. */
  @WithDefault("true")
  boolean enabled();

  /** How often it looks for facts to send. */
  @WithDefault("250MS")
  Duration interval();

  /** Most facts sent at a time. */
  @WithDefault("200")
  int limit();

  /** How long a fact may stay unacknowledged before it is sent again; doubled at each attempt. */
  @WithDefault("30S")
  Duration resendInterval();

  /** How long a replica that fell silent keeps the others from relaying. */
  @WithDefault("10S")
  Duration leaseInterval();
}
