package org.govshare.catalog.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.catalog.resource.FieldRemark;
import org.govshare.platform.problem.InputChecks;

/**
 * A reviewer's decision on a resource.
 *
 * @param decision pass or return
 * @param remark why; needed to return
 * @param remarks on single fields, at most 100; only to return
 */
@RegisterForReflection
public record Review(ReviewDecision decision, String remark, List<FieldRemark> remarks) {

  private static final int REMARK_LIMIT = 100;

  /** Absent remarks are none. */
  public Review {
    remarks = remarks == null ? List.of() : remarks;
  }

  void check() {
    InputChecks checks = new InputChecks();
    checks
        .required("decision", decision)
        .optionalText("remark", remark, 1_000)
        .that(
            decision != ReviewDecision.RETURN || (remark != null && !remark.isBlank()),
            "remark",
            "remark-needed")
        .that(
            decision == ReviewDecision.RETURN || remarks.isEmpty(),
            "remarks",
            "remarks-only-to-return")
        .that(remarks.size() <= REMARK_LIMIT, "remarks", "too-many", REMARK_LIMIT);
    for (int i = 0; i < Math.min(remarks.size(), REMARK_LIMIT); i++) {
      String at = "remarks[" + i + "]";
      checks.with(at, remarks.get(i), each -> each.check(checks, at + "."));
    }
    checks.done();
  }
}
