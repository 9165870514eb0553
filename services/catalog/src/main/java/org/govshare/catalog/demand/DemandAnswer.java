package org.govshare.catalog.demand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * What the provider says.
 *
 * @param decision whether it can provide what is asked for
 * @param availableBy last day by which it is published, needed and allowed with {@link
 *     Decision#CAN_PROVIDE} alone; today or later
 * @param resourceId published resource of the provider that is it, needed and allowed with {@link
 *     Decision#ALREADY_PUBLISHED} alone
 * @param note reason, needed with {@link Decision#CANNOT}; at most 1,000 characters
 */
@RegisterForReflection
record DemandAnswer(Decision decision, LocalDate availableBy, UUID resourceId, String note) {

  /** What the provider may decide. */
  @Schema(name = "DemandAnswerDecision")
  enum Decision {
    /** It will be published. */
    CAN_PROVIDE,
    /** It is in the catalogue. */
    ALREADY_PUBLISHED,
    /** The department does not have it or may not share it. */
    CANNOT
  }

  void check(LocalDate today) {
    InputChecks checks = new InputChecks().required("decision", decision);
    if (decision == Decision.CAN_PROVIDE) {
      checks.required("availableBy", availableBy);
    } else {
      checks.that(availableBy == null, "availableBy", "not-allowed");
    }
    if (decision == Decision.ALREADY_PUBLISHED) {
      checks.required("resourceId", resourceId);
    } else {
      checks.that(resourceId == null, "resourceId", "not-allowed");
    }
    if (decision == Decision.CANNOT) {
      checks.text("note", note, 1_000);
    } else {
      checks.optionalText("note", note, 1_000);
    }
    checks
        .that(availableBy == null || !availableBy.isBefore(today), "availableBy", "in-the-past")
        .done();
  }
}
