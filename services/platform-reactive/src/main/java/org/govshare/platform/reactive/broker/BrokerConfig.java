package org.govshare.platform.reactive.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the broker is and who we are to it. */
@ConfigMapping(prefix = "amqp")
public interface BrokerConfig {

  /** Host name of the broker. */
  @WithDefault("localhost")
  String host();

  /** Its AMQP port. */
  @WithDefault("5672")
  int port();

  /** User of this service at the broker. */
  Optional<String> username();

  /** Password of that user. */
  Optional<String> password();

  /** Whether the connection is encrypted. */
  @WithDefault("false")
  boolean useSsl();

  /** How long to wait before a lost connection is made again. */
  @WithDefault("1S")
  Duration retryInterval();

  /** How long the broker may take to confirm a message before it counts as lost. */
  @WithDefault("10S")
  Duration sendTimeout();
}
