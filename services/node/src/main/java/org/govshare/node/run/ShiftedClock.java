package org.govshare.node.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The wall clock as a fault campaign sets it: a file holds the seconds by which it is ahead of the
 * true time, negative if it is behind. Time spans of the engine are measured by the monotonic clock
 * and do not change.
 */
public final class ShiftedClock extends Clock {
  private final Clock truth;
  private final Path file;

  /** A clock that is right as long as the file is not there. */
  public ShiftedClock(Clock truth, Path file) {
    this.truth = truth;
    this.file = file;
  }

  @Override
  public ZoneId getZone() {
    return truth.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ShiftedClock(truth.withZone(zone), file);
  }

  @Override
  public Instant instant() {
    try {
      long ahead = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      return truth.instant().plusSeconds(ahead);
    } catch (IOException | NumberFormatException unreadable) {
      return truth.instant();
    }
  }
}
