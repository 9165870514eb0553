package org.govshare.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the exchange service. */
@ConfigMapping(prefix = "govshare.exchange")
public interface ExchangeConfig {

  /** How long the broker may take to make the addresses of a channel. */
  @WithDefault("10S")
  Duration channelTimeout();

  /** Grants. */
  GrantExpiry grantExpiry();

  /** Receipts. */
  Receipts receipts();

  /** How grants that have run out are found. */
  interface GrantExpiry {
    /** How often they are looked for. A run cannot be started on one in between. */
    @WithDefault("10S")
    String interval();
  }

  /** How receipts are taken in. */
  interface Receipts {
    /** How many sequences a receipt may be ahead of its channel's last one and still be kept. */
    @WithDefault("100000")
    long aheadLimit();
  }
}
