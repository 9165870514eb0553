package org.govshare.catalog.objection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why the reporter is not content.
 *
 * @param reason at most 1,000 characters
 */
@RegisterForReflection
record Reopening(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 1_000).done();
  }
}
