package org.govshare.catalog.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What can be asked for. */
@ConfigMapping(prefix = "govshare.requests")
interface RequestConfig {

  /** For how many years from today data can be asked for at most. */
  @WithName("years.limit")
  @WithDefault("10")
  int yearsLimit();
}
