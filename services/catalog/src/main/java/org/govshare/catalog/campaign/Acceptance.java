package org.govshare.catalog.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * What the lead says to a step that was reported.
 *
 * @param remark at most 1,000 characters; needed to return
 */
@RegisterForReflection
record Acceptance(Decision decision, String remark) {

  /** How it was decided. */
  @Schema(name = "AcceptanceDecision")
  enum Decision {
    /** 通过. */
    ACCEPT,
    /** 退回. */
    RETURN
  }

  void check() {
    new InputChecks()
        .required("decision", decision)
        .optionalText("remark", remark, 1_000)
        .that(
            decision != Decision.RETURN || (remark != null && !remark.isBlank()),
            "remark",
            "remark-needed")
        .done();
  }
}
