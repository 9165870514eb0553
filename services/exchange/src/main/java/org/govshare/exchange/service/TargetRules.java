package org.govshare.exchange.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.protocol.control.Lane;

/**
 * The rules of several targets and lanes: each target keeps every rule that one alone has to keep,
 * and the same rows fit all of them. Finds all faults at once.
 */
final class TargetRules {

  private static final int TARGET_LIMIT = 16;

  private final ServiceDraft draft;
  private final List<DesignContext> contexts;
  private final InputChecks checks = new InputChecks();
  private final Set<FieldError> known = new HashSet<>();

  private TargetRules(ServiceDraft draft, List<DesignContext> contexts) {
    this.draft = draft;
    this.contexts = contexts;
  }

  /**
   * Checks a draft.
   *
   * @param contexts what it names, once for each of its targets, at least once
   * @throws InvalidInput with every fault (400)
   */
  static Design check(ServiceDraft draft, List<DesignContext> contexts) {
    return new TargetRules(draft, contexts).checked();
  }

  private Design checked() {
    places();
    lanes();
    Design first = single(0, draft);
    for (int i = 1; i < contexts.size(); i++) {
      Design other = single(i, draft.with(draft.allTargets().get(i)));
      if (first != null && other != null && !first.mapping().equals(other.mapping())) {
        fault("targets[" + i + "].table", "columns-differ");
      }
    }
    checks.done();
    return new Design(
        first.source(),
        first.target(),
        first.mapping(),
        first.filter(),
        first.suite(),
        draft.targets(),
        draft.lanes(),
        draft.replaces());
  }

  private void places() {
    List<ServiceDraft.Target> targets = draft.targets();
    if (targets == null || targets.isEmpty()) {
      return;
    }
    if (targets.size() > TARGET_LIMIT) {
      fault("targets", "too-many", TARGET_LIMIT);
    }
    if (!targets.getFirst().equals(draft.target())) {
      fault("targets", "first-target-differs");
    }
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < targets.size(); i++) {
      ServiceDraft.Target it = targets.get(i);
      List<String> place = new ArrayList<>();
      place.add(it.node());
      place.add(it.dataSource());
      place.add(it.schema());
      place.add(it.table());
      if (!seen.add(place)) {
        fault("targets[" + i + "].table", "duplicate", it.schema() + "." + it.table());
      }
    }
  }

  private void lanes() {
    if (draft.lanes() == null) {
      return;
    }
    if (draft.lanes() < 1 || draft.lanes() > Lane.LIMIT) {
      fault("lanes", "lanes-out-of-range", Lane.LIMIT);
    }
  }

  /** The design of one target alone, or {@code null} if it breaks a rule. */
  private Design single(int number, ServiceDraft alone) {
    try {
      return DesignRules.check(alone, contexts.get(number));
    } catch (InvalidInput faults) {
      for (FieldError fault : faults.errors()) {
        if (number == 0) {
          known.add(fault);
          checks.add(fault);
        } else if (!known.contains(fault)) {
          checks.add(
              new FieldError(
                  ofTarget(number, fault.field()), fault.row(), fault.reason(), fault.arguments()));
        }
      }
      return null;
    }
  }

  private static String ofTarget(int number, String field) {
    String path = "targets[" + number + "]";
    return field.startsWith("target")
        ? path + field.substring("target".length())
        : path + "." + field;
  }

  private void fault(String field, String reason, Object... arguments) {
    checks.add(FieldError.of(field, reason, arguments));
  }
}
