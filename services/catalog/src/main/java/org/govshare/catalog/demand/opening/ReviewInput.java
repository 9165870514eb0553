package org.govshare.catalog.demand.opening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * What the authority thinks of an entry of the plan.
 *
 * @param decision whether it agrees
 * @param remark needed with {@link Decision#RETURN}; at most 1,000 characters
 */
@RegisterForReflection
record ReviewInput(Decision decision, String remark) {

  /** What the authority may decide. */
  @Schema(name = "OpeningReviewDecision")
  enum Decision {
    /** It agrees. */
    APPROVE,
    /** The department is to think again. */
    RETURN
  }

  void check() {
    InputChecks checks = new InputChecks().required("decision", decision);
    if (decision == Decision.RETURN) {
      checks.text("remark", remark, 1_000);
    } else {
      checks.optionalText("remark", remark, 1_000);
    }
    checks.done();
  }
}
