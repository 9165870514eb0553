package org.govshare.catalog.objection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * The authority's word.
 *
 * @param decision with whom it agrees
 * @param reason at most 1,000 characters
 */
@RegisterForReflection
@Schema(name = "ObjectionArbitration")
record Arbitration(Decision decision, String reason) {

  /** What the authority may decide. */
  @Schema(name = "ObjectionArbitrationDecision")
  enum Decision {
    /** The value is wrong. */
    UPHOLD,
    /** The value is right. */
    DISMISS
  }

  void check() {
    new InputChecks().required("decision", decision).text("reason", reason, 1_000).done();
  }
}
