package org.govshare.catalog.authority;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How data are compared. */
@ConfigMapping(prefix = "govshare.authority")
interface AuthorityConfig {

  /** Least resemblance of two names by Dice's measure, above 0 to 1. */
  @WithDefault("0.75")
  double nameThreshold();

  /** Least score of a candidate, 0 to 1: 0.7 for the name, 0.2 for the type, 0.1 for the length. */
  @WithDefault("0.7")
  double scoreThreshold();

  /** A pair of characters that more names hold than this does not lead from name to name. */
  @WithDefault("3000")
  int pairLimit();

  /** Most candidates that one name can have with others; the best are kept. */
  @WithDefault("10")
  int resemblanceLimit();

  /** Most items of a question for their sources. */
  @WithDefault("500")
  int itemLimit();
}
