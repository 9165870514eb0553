package org.govshare.catalog.library;

import jakarta.persistence.Embeddable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.govshare.platform.problem.InputChecks;

/**
 * The days on which an entry is in force. Its state follows from them, so that it changes at
 * midnight without anybody's doing.
 *
 * @param effectiveOn first day
 * @param repealedOn the first day on which it is no longer in force, {@code null} if none is known
 */
@Embeddable
public record Validity(LocalDate effectiveOn, LocalDate repealedOn) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The day it is where the province is. */
  public static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(ZONE));
  }

  /** Where the entry stands on a day. */
  public EntryState on(LocalDate day) {
    if (repealedOn != null && !repealedOn.isAfter(day)) {
      return EntryState.REPEALED;
    }
    return effectiveOn.isAfter(day) ? EntryState.PLANNED : EntryState.IN_FORCE;
  }

  /** Checks the two days as an input names them. */
  public static void check(InputChecks checks, LocalDate effectiveOn, LocalDate repealedOn) {
    checks
        .required("effectiveOn", effectiveOn)
        .that(
            effectiveOn == null || repealedOn == null || !repealedOn.isBefore(effectiveOn),
            "repealedOn",
            "before-first-day");
  }
}
