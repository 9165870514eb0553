package org.govshare.catalog.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How large and how many files may be. */
@ConfigMapping(prefix = "govshare.attachment")
interface AttachmentConfig {

  /** Largest file. Must stay below {@code quarkus.http.limits.max-body-size}. */
  @WithName("size.limit")
  @WithDefault("50M")
  MemorySize sizeLimit();

  /** Most files of one owner. */
  @WithName("count.limit")
  @WithDefault("50")
  int countLimit();

  /** After how long a file whose upload never ended is forgotten. */
  @WithName("upload.timeout")
  @WithDefault("PT1H")
  Duration uploadTimeout();
}
