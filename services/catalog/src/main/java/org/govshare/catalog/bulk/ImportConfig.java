package org.govshare.catalog.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How much an import takes in. What is beyond a limit is refused with the reason. */
@ConfigMapping(prefix = "govshare.imports")
interface ImportConfig {

  /** Largest workbook. */
  @WithDefault("64M")
  MemorySize fileLimit();

  /** Largest size after unpacking, of each part and of what all of them declare. */
  @WithDefault("1024M")
  MemorySize unpackedLimit();

  /** How many times larger than packed a part may be. */
  @WithDefault("200")
  int ratioLimit();

  /** Most parts in a workbook. */
  @WithDefault("2000")
  int entryLimit();

  /** Most characters in all shared texts together; they are held in memory. */
  @WithDefault("24000000")
  long sharedStringsLimit();

  /** Most faults that are kept of one workbook; all are counted. */
  @WithDefault("100000")
  int faultLimit();

  /** How many resources are imported in one transaction. */
  @WithDefault("500")
  int chunkLimit();

  /** How long a workbook is kept after something was last done with its import. */
  @WithDefault("90D")
  Duration fileRetentionInterval();

  /** How long what a check has laid ready is kept; after that the workbook is read again. */
  @WithDefault("1D")
  Duration stagedRetentionInterval();

  /** Whether a catalogue is taken over by another publisher than the one who sent the workbook. */
  @WithName("four-eyes.enabled")
  @WithDefault("true")
  boolean fourEyes();

  /** Where workbooks are unpacked; the system's folder for temporary files if absent. */
  Optional<Path> directory();
}
