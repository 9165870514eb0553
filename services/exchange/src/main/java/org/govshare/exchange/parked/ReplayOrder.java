package org.govshare.exchange.parked;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;
import org.govshare.protocol.control.ShowParked;

/**
 * Which parked rows are tried again: all that wait, those that have run, reason or constraint in
 * common, or single ones that the caller has opened.
 *
 * @param runId only those that this run brought; all if absent
 * @param reason only those with this reason; all if absent
 * @param constraint only those that break this constraint; all if absent
 * @param showingId the showing in which the caller has opened the rows, for single ones
 * @param rows their numbers as shown there; absent for all
 */
@RegisterForReflection
public record ReplayOrder(
    UUID runId, String reason, String constraint, UUID showingId, List<Long> rows) {

  private static final int LIMIT = 200;

  /** Whether single rows are named. */
  boolean single() {
    return rows != null || showingId != null;
  }

  void check() {
    InputChecks checks = new InputChecks();
    checks.optionalText("reason", reason, LIMIT);
    checks.optionalText("constraint", constraint, LIMIT);
    if (single()) {
      checks.required("showingId", showingId);
      checks.that(rows != null && !rows.isEmpty(), "rows", "required");
      checks.that(
          rows == null || rows.size() <= ShowParked.ROWS, "rows", "too-many", ShowParked.ROWS);
      checks.that(
          rows == null || rows.stream().allMatch(it -> Objects.nonNull(it) && it > 0),
          "rows",
          "not-a-whole-number",
          rows);
      checks.that(
          runId == null && reason == null && constraint == null, "rows", "rows-or-criteria");
    }
    checks.done();
  }
}
