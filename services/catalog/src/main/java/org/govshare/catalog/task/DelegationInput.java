package org.govshare.catalog.task;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.govshare.platform.problem.InputChecks;

/**
 * Names a colleague for one's tasks while one is away.
 *
 * @param delegate user name: one of the same department with a role in common. What the delegate
 *     may do stays what the delegate's own roles allow
 * @param firstDay today or later
 * @param lastDay not before the first day, at most a year after it
 * @param remark why, at most 500 characters, may be absent
 */
@RegisterForReflection
public record DelegationInput(
    String delegate, LocalDate firstDay, LocalDate lastDay, String remark) {

  void check(LocalDate today) {
    new InputChecks()
        .text("delegate", delegate, 100)
        .required("firstDay", firstDay)
        .required("lastDay", lastDay)
        .optionalText("remark", remark, 500)
        .that(firstDay == null || !firstDay.isBefore(today), "firstDay", "in-the-past")
        .that(
            firstDay == null || lastDay == null || !lastDay.isBefore(firstDay),
            "lastDay",
            "before-the-first")
        .that(
            firstDay == null || lastDay == null || !lastDay.isAfter(firstDay.plusYears(1)),
            "lastDay",
            "longer-than-a-year")
        .done();
  }
}
