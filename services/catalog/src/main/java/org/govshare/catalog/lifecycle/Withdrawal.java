package org.govshare.catalog.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why a resource is taken out of the catalogue.
 *
 * @param reason shown in its history and to those whose grants end with it
 */
@RegisterForReflection
public record Withdrawal(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 1_000).done();
  }
}
