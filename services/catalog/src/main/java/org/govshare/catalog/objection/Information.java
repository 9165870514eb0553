package org.govshare.catalog.objection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * What the reporter adds to the evidence.
 *
 * @param evidence shown to the two departments alone, at most 2,000 characters
 */
@RegisterForReflection
record Information(String evidence) {

  void check() {
    new InputChecks().text("evidence", evidence, ObjectionInput.TEXT_LIMIT).done();
  }
}
