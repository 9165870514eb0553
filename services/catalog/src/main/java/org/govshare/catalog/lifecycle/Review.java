package org.govshare.catalog.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * A reviewer's decision on a resource.
 *
 * @param decision pass or return
 * @param remark why; needed to return
 */
@RegisterForReflection
public record Review(ReviewDecision decision, String remark) {

  void check() {
    new InputChecks()
        .required("decision", decision)
        .optionalText("remark", remark, 1_000)
        .that(
            decision != ReviewDecision.RETURN || (remark != null && !remark.isBlank()),
            "remark",
            "remark-needed")
        .done();
  }
}
