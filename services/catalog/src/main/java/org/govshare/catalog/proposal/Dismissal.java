package org.govshare.catalog.proposal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why a table is no entry of the catalogue.
 *
 * @param remark at most 1,000 characters, may be absent
 */
@RegisterForReflection
record Dismissal(String remark) {

  void check() {
    new InputChecks().optionalText("remark", remark, 1_000).done();
  }
}
