package org.govshare.node.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that grow from a minimum to a maximum, with some chance in them. */
public final class Backoff {
  private final long minimum;
  private final long maximum;
  private long next;

  /** Pauses between two lengths. */
  public Backoff(Duration minimum, Duration maximum) {
    this.minimum = minimum.toMillis();
    this.maximum = maximum.toMillis();
    this.next = this.minimum;
  }

  /** Waits; longer the next time. */
  public void pause() throws InterruptedException {
    Thread.sleep(next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1));
    next = Math.min(maximum, next * 2);
  }

  /** Begins with the minimum again. */
  public void reset() {
    next = minimum;
  }
}
