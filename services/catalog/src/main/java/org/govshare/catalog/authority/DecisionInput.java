package org.govshare.catalog.authority;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * A decision to take.
 *
 * @param itemId for {@code SAME}: the item, of a published resource, that is the source
 * @param reason why, at most 1,000 characters
 */
@RegisterForReflection
record DecisionInput(Verdict verdict, UUID itemId, String reason) {

  /**
   * Checks everything that can be seen from the input alone.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void check() {
    new InputChecks()
        .required("verdict", verdict)
        .that(verdict != Verdict.SAME || itemId != null, "itemId", "required")
        .that(verdict != Verdict.DIFFERENT || itemId == null, "itemId", "source-of-different-data")
        .text("reason", reason, 1_000)
        .done();
  }
}
