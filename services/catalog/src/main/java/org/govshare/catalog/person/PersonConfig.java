package org.govshare.catalog.person;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people are remembered. */
@ConfigMapping(prefix = "govshare.person")
public interface PersonConfig {

  /** How often a replica writes down that the same person, unchanged, was seen. */
  @WithDefault("5M")
  Duration interval();
}
