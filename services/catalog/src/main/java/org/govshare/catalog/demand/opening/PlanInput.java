package org.govshare.catalog.demand.opening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.govshare.platform.problem.InputChecks;

/**
 * What a department plans.
 *
 * @param status any but {@link OpeningStatus#ALREADY_OPEN}, which the entry itself says
 * @param plannedBy last day by which it is open, needed and allowed with {@link
 *     OpeningStatus#PLANNED} alone; today or later
 * @param reason why it stays closed, needed with {@link OpeningStatus#NOT}; at most 1,000
 *     characters
 */
@RegisterForReflection
record PlanInput(OpeningStatus status, LocalDate plannedBy, String reason) {

  void check(LocalDate today) {
    InputChecks checks =
        new InputChecks()
            .required("status", status)
            .that(status != OpeningStatus.ALREADY_OPEN, "status", "not-allowed");
    if (status == OpeningStatus.PLANNED) {
      checks.required("plannedBy", plannedBy);
    } else {
      checks.that(plannedBy == null, "plannedBy", "not-allowed");
    }
    if (status == OpeningStatus.NOT) {
      checks.text("reason", reason, 1_000);
    } else {
      checks.optionalText("reason", reason, 1_000);
    }
    checks.that(plannedBy == null || !plannedBy.isBefore(today), "plannedBy", "in-the-past").done();
  }
}
