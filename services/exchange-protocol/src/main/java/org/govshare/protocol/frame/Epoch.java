package org.govshare.protocol.frame;

import java.util.Objects;
import java.util.UUID;

/**
 * One opening of a channel, minted by its target.
 *
 * @param counter from 1, one more with each opening
 * @param incarnation random, so that a target restored from a backup cannot mint the same twice
 */
public record Epoch(long counter, UUID incarnation) {
  /** Before the first opening. */
  public static final Epoch NONE = new Epoch(0, new UUID(0, 0));

  /** Refuses negative counters. */
  public Epoch {
    Objects.requireNonNull(incarnation, "incarnation");
    if (counter < 0) {
      throw new IllegalArgumentException("an epoch's counter is not negative");
    }
  }
}
