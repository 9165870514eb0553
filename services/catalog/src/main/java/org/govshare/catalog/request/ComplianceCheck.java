package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * The finding of the compliance check.
 *
 * @param decision pass, return or refuse
 * @param remark why; needed to return and to refuse
 */
@RegisterForReflection
public record ComplianceCheck(ComplianceDecision decision, String remark) {

  void check() {
    new InputChecks()
        .required("decision", decision)
        .optionalText("remark", remark, 1_000)
        .that(
            decision == ComplianceDecision.PASS
                || decision == null
                || (remark != null && !remark.isBlank()),
            "remark",
            "remark-needed")
        .done();
  }
}
