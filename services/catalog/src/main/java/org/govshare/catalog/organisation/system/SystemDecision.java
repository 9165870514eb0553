package org.govshare.catalog.organisation.system;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * What is to become of a system.
 *
 * @param decision keep, merge or retire
 * @param targetId system that it is merged into, for a merger only
 * @param reason at most 1,000 characters
 */
@RegisterForReflection
public record SystemDecision(CleanUpDecision decision, UUID targetId, String reason) {

  void check(UUID system) {
    boolean merger = decision == CleanUpDecision.MERGE;
    new InputChecks()
        .required("decision", decision)
        .that(!merger || targetId != null, "targetId", "required")
        .that(merger || targetId == null, "targetId", "only-for-merger")
        .that(!system.equals(targetId), "targetId", "merged-into-itself")
        .text("reason", reason, 1_000)
        .done();
  }
}
