package org.govshare.exchange.service;

import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;

/**
 * Rules of services that replace their targets' content: whole copies alone do, by one channel if
 * rows have no key, and no other service writes the same table.
 */
final class ReplacementRules {

  private final ServiceDraft draft;
  private final DesignContext context;
  private final InputChecks checks;

  ReplacementRules(ServiceDraft draft, DesignContext context, InputChecks checks) {
    this.draft = draft;
    this.context = context;
    this.checks = checks;
  }

  /** Whether a draft rightly names no key. */
  static boolean withoutKey(ServiceDraft draft) {
    return draft.replacing()
        && draft.source().keyColumns().isEmpty()
        && draft.target().keyColumns().isEmpty();
  }

  void check() {
    context.neighbours().replacer().ifPresent(code -> fault("target.table", "replaced-by", code));
    if (!draft.replacing()) {
      return;
    }
    if (draft.mode() != null && draft.mode() != Mode.FULL) {
      fault("replaces", "only-for-full");
    }
    context
        .neighbours()
        .sharer()
        .filter(code -> context.neighbours().replacer().isEmpty())
        .ifPresent(code -> fault("replaces", "also-written-by", code));
    boolean placed = draft.source() != null && draft.target() != null;
    if (placed && withoutKey(draft) && draft.lanes() != null && draft.lanes() > 1) {
      fault("lanes", "lanes-need-key");
    }
  }

  private void fault(String field, String reason, Object... arguments) {
    checks.add(FieldError.of(field, reason, arguments));
  }
}
