package org.govshare.exchange.node.enrolment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.exchange.node.RegisterNode;
import org.govshare.platform.problem.InputChecks;

/**
 * A node that is to be taken in.
 *
 * @param node its code; that of a node that is registered already, to give it new keys
 * @param name at most 100 characters
 * @param department code of the department it belongs to
 * @param validMinutes how long the code is good, 5 to 1440; 60 if absent
 */
@RegisterForReflection
public record NewEnrolment(String node, String name, String department, Integer validMinutes) {

  private static final int LEAST = 5;
  private static final int MOST = 1_440;

  /** An hour if nothing is said. */
  public NewEnrolment {
    validMinutes = validMinutes == null ? Integer.valueOf(60) : validMinutes;
  }

  void check() {
    InputChecks checks = new InputChecks().required("node", node);
    RegisterNode.checkNames(checks, "node", node, name, department);
    checks
        .that(
            validMinutes >= LEAST && validMinutes <= MOST,
            "validMinutes",
            "out-of-range",
            LEAST,
            MOST)
        .done();
  }
}
