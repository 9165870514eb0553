package org.govshare.catalog.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * The publisher's decision on a resource.
 *
 * @param decision publish or return
 * @param remark why; needed to return
 */
@RegisterForReflection
public record Publication(PublicationDecision decision, String remark) {

  void check() {
    new InputChecks()
        .required("decision", decision)
        .optionalText("remark", remark, 1_000)
        .that(
            decision != PublicationDecision.RETURN || (remark != null && !remark.isBlank()),
            "remark",
            "remark-needed")
        .done();
  }
}
