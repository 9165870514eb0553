package org.govshare.catalog.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why a grant is taken back.
 *
 * @param reason shown to both departments
 */
@RegisterForReflection
public record Revocation(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 1_000).done();
  }
}
