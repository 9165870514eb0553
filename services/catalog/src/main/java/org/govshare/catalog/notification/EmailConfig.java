package org.govshare.catalog.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How notices go out by e-mail. The server itself is set by {@code quarkus.mailer}. */
@ConfigMapping(prefix = "govshare.email")
public interface EmailConfig {

  /** Mail server; no e-mail is queued or sent without one. */
  Optional<String> host();

  /** How often a replica looks for e-mails to send. */
  @WithDefault("5S")
  Duration interval();

  /** Most e-mails sent at a time. */
  @WithDefault("20")
  int limit();

  /** Wait after the first failed attempt; doubled with each, up to 64 times as long. */
  @WithDefault("1M")
  Duration retryInterval();

  /** Attempts after which an e-mail is given up. */
  @WithDefault("12")
  int attemptLimit();

  /** How long a replica that fell silent keeps the e-mails it was sending from the others. */
  @WithDefault("5M")
  Duration leaseInterval();

  /** How long notices are kept. */
  @WithDefault("365D")
  Duration retentionInterval();

  /** Whether e-mail can be sent at all. */
  default boolean available() {
    return host().isPresent();
  }
}
