package org.govshare.node.source;

import java.util.concurrent.TimeUnit;

/**
 * Keeps what is sent within so many bytes a second. A frame goes out whole; the next one waits
 * until the time that it took by that measure is over. Used from one thread.
 */
final class Pace {
  private final Long bytesPerSecond;
  private long freeAt;
  private boolean begun;

  /** A pace of so many bytes a second; null for no limit. */
  Pace(Long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Waits until a frame of this length may go out. */
  void await(int bytes) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(delay(bytes, System.nanoTime()));
  }

  /** How many nanoseconds from now a frame of this length must wait. */
  long delay(int bytes, long now) {
    if (bytesPerSecond == null) {
      return 0;
    }
    // Time in which nothing was sent is not made up for.
    long start = begun && freeAt - now > 0 ? freeAt : now;
    begun = true;
    freeAt = start + (long) ((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    return start - now;
  }
}
