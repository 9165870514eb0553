package org.govshare.catalog.finding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How searches are answered. */
@ConfigMapping(prefix = "govshare.search.memory")
interface SearchConfig {

  /**
   * Most characters of texts that are kept in memory for searching, each line of items' names once;
   * above it the database searches. 0 keeps nothing. Ten times the province's size has 20 million,
   * which take about 80 MiB of the heap.
   */
  @WithDefault("25000000")
  long limit();

  /**
   * For how long nobody must have written many resources at once before everything is read again;
   * who imports one workbook after the other is waited for.
   */
  @WithDefault("10S")
  Duration quiet();
}
