package org.govshare.catalog.department;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why a department is abolished.
 *
 * @param reason for example the decree, at most 500 characters
 */
@RegisterForReflection
public record Abolition(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 500).done();
  }
}
