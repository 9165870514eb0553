package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Why a request is taken back.
 *
 * @param reason at most 1,000 characters
 */
@RegisterForReflection
public record RequestWithdrawal(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 1_000).done();
  }
}
