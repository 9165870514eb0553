package org.govshare.catalog.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * A time limit as it is to be from now on; clocks that run already keep theirs.
 *
 * @param workingDays 1 to 250
 * @param remindBefore how many working days before the end it is brought to mind, fewer than the
 *     limit itself; 0 for the day itself
 * @param reason why it changes, at most 500 characters
 */
@RegisterForReflection
public record TimeLimitInput(Integer workingDays, Integer remindBefore, String reason) {

  private static final int MOST = 250;

  void check() {
    new InputChecks()
        .required("workingDays", workingDays)
        .required("remindBefore", remindBefore)
        .text("reason", reason, 500)
        .that(
            workingDays == null || (workingDays >= 1 && workingDays <= MOST),
            "workingDays",
            "out-of-range",
            1,
            MOST)
        .that(
            workingDays == null
                || remindBefore == null
                || (remindBefore >= 0 && remindBefore < workingDays),
            "remindBefore",
            "out-of-range",
            0,
            workingDays == null ? MOST : workingDays - 1)
        .done();
  }
}
