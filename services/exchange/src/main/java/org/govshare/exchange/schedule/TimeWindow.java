package org.govshare.exchange.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalTime;

/**
 * Hours in which a service may run, by the platform's own time zone.
 *
 * @param days on which days they begin
 * @param from from when, to the minute
 * @param to until when, on the next day if it is not later than {@code from}
 */
@RegisterForReflection
public record TimeWindow(Days days, LocalTime from, LocalTime to) {

  /** Which days. */
  public enum Days {
    /** All. */
    EVERY_DAY,
    /** Those on which offices are open. */
    WORKING_DAYS,
    /** Those on which they are closed. */
    DAYS_OFF
  }

  /** Whether it ends on the day after it begins. */
  boolean overMidnight() {
    return !to.isAfter(from);
  }
}
