package org.govshare.exchange.service;

import java.util.Optional;
import org.govshare.exchange.node.OpenTable;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.protocol.control.CaptureFitness;

/**
 * Rules of change capture: the provider's node permits it for the table, no change of the table
 * escapes its triggers, and what the platform writes is not captured again, so that rows never go
 * in circles.
 */
final class CaptureRules {

  private final ServiceDraft draft;
  private final DesignContext context;
  private final InputChecks checks;

  CaptureRules(ServiceDraft draft, DesignContext context, InputChecks checks) {
    this.draft = draft;
    this.context = context;
    this.checks = checks;
  }

  void check() {
    context.neighbours().captor().ifPresent(code -> fault("target.table", "captured-by", code));
    if (draft.mode() != Mode.CAPTURE) {
      return;
    }
    Optional<OpenTable> table = Optional.ofNullable(context.sourceTable());
    table.ifPresent(
        found -> {
          if (found.capture() == null) {
            fault("source.table", "capture-not-permitted", found.schema() + "." + found.name());
          } else if (found.capture() != CaptureFitness.FIT) {
            fault("source.table", "capture-not-possible", found.capture());
          }
        });
    context.neighbours().writer().ifPresent(code -> fault("source.table", "written-by", code));
  }

  private void fault(String field, String reason, Object argument) {
    checks.add(FieldError.of(field, reason, argument));
  }
}
