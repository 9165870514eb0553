package org.govshare.catalog.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * What a department says about a step it has done.
 *
 * @param remark at most 2,000 characters; for 方案制定 it is the plan
 */
@RegisterForReflection
record Report(String remark) {

  void check() {
    new InputChecks().text("remark", remark, 2_000).done();
  }
}
