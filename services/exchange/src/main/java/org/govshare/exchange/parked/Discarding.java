package org.govshare.exchange.parked;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * Which parked rows are given up.
 *
 * @param runId only those that this run brought; all if absent
 * @param reason only those with this reason; all if absent
 * @param grounds why, at most 500 characters
 */
@RegisterForReflection
public record Discarding(UUID runId, String reason, String grounds) {

  private static final int LIMIT = 500;

  void check() {
    InputChecks checks = new InputChecks();
    checks.text("grounds", grounds, LIMIT);
    checks.done();
  }
}
