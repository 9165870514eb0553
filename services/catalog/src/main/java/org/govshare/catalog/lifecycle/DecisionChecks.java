package org.govshare.catalog.lifecycle;

import java.util.List;
import org.govshare.catalog.resource.FieldRemark;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** What every decision on a resource must say. */
final class DecisionChecks {

  private static final int REMARK_LIMIT = 100;

  private DecisionChecks() {}

  /**
   * Checks a decision: to return needs a remark, and only what is returned has remarks on fields.
   *
   * @param decision may be absent
   * @param returns whether it is to return
   * @throws InvalidInput naming every fault (400)
   */
  static void check(Enum<?> decision, boolean returns, String remark, List<FieldRemark> remarks) {
    InputChecks checks =
        new InputChecks()
            .required("decision", decision)
            .optionalText("remark", remark, 1_000)
            .that(!returns || (remark != null && !remark.isBlank()), "remark", "remark-needed")
            .that(returns || remarks.isEmpty(), "remarks", "remarks-only-to-return")
            .that(remarks.size() <= REMARK_LIMIT, "remarks", "too-many", REMARK_LIMIT);
    for (int i = 0; i < Math.min(remarks.size(), REMARK_LIMIT); i++) {
      String at = "remarks[" + i + "]";
      checks.with(at, remarks.get(i), each -> each.check(checks, at + "."));
    }
    checks.done();
  }
}
