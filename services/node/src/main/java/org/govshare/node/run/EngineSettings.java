package org.govshare.node.run;

import java.time.Duration;
import org.govshare.protocol.frame.FrameCodec;

/**
 * Settings of the data path, for all runs of the process.
 *
 * @param chunkBytes bytes of rows in a frame before compression
 * @param window frames that may be sent and not yet receipted
 * @param byteBudget bytes of frames that the process holds in memory, over all runs
 * @param safetyMargin distance that increments keep from the oldest open transaction
 * @param progressInterval how often figures are sent, at most
 * @param receiptTimeout silence of the target after which the channel is opened again
 * @param retryMinimum first pause after a break
 * @param retryMaximum longest pause after breaks
 */
public record EngineSettings(
    int chunkBytes,
    int window,
    long byteBudget,
    Duration safetyMargin,
    Duration progressInterval,
    Duration receiptTimeout,
    Duration retryMinimum,
    Duration retryMaximum) {
  /** Refuses settings with which nothing could move. */
  public EngineSettings {
    if (chunkBytes < 1024 || chunkBytes > FrameCodec.MAXIMUM_PLAIN) {
      throw new IllegalArgumentException(
          "chunk bytes are between 1024 and " + FrameCodec.MAXIMUM_PLAIN + ", not " + chunkBytes);
    }
    if (window < 1 || window > 1024) {
      throw new IllegalArgumentException("the window is between 1 and 1024, not " + window);
    }
    if (byteBudget < 2L * FrameCodec.MAXIMUM_PLAIN) {
      throw new IllegalArgumentException(
          "the byte budget holds at least two frames of " + FrameCodec.MAXIMUM_PLAIN + " bytes");
    }
  }

  /** What suits most nodes. */
  public static EngineSettings standard() {
    return new EngineSettings(
        4 << 20,
        32,
        64L << 20,
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofMillis(200),
        Duration.ofSeconds(3));
  }
}
