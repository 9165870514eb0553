package org.govshare.catalog.demand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * What the authority makes of a demand.
 *
 * @param decision whether a department is to answer
 * @param department the one that is, needed and allowed with {@link Decision#ASSIGN} alone
 * @param remark reason, needed with {@link Decision#REFUSE}; at most 1,000 characters
 */
@RegisterForReflection
record Assignment(Decision decision, String department, String remark) {

  /** What the authority may decide. */
  @Schema(name = "DemandAssignmentDecision")
  enum Decision {
    /** A department is to answer. */
    ASSIGN,
    /** Nobody is. */
    REFUSE
  }

  void check() {
    boolean assigns = decision == Decision.ASSIGN;
    InputChecks checks = new InputChecks().required("decision", decision);
    if (assigns) {
      checks.text("department", department, DemandInput.NAME_LIMIT);
    } else {
      checks.that(department == null, "department", "not-allowed");
    }
    if (decision == Decision.REFUSE) {
      checks.text("remark", remark, 1_000);
    } else {
      checks.optionalText("remark", remark, 1_000);
    }
    checks.done();
  }
}
