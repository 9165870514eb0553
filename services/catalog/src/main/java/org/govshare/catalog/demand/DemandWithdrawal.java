package org.govshare.catalog.demand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why a demand is taken back.
 *
 * @param reason at most 1,000 characters
 */
@RegisterForReflection
record DemandWithdrawal(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 1_000).done();
  }
}
