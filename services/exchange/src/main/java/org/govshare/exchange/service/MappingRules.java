package org.govshare.exchange.service;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.govshare.exchange.grant.GrantedItem;
import org.govshare.exchange.node.OpenTable;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;

/**
 * The rules of a mapping and of a row filter: only granted items' columns are read, functions get
 * what they ask for, and what comes out goes into the target's column whole.
 */
final class MappingRules {

  private static final int STEP_LIMIT = 20;
  private static final int FILTER_LIMIT = 50;
  private static final int VALUE_LIMIT = 1_000;

  private final ServiceDraft draft;
  private final DesignContext context;
  private final InputChecks checks;

  MappingRules(ServiceDraft draft, DesignContext context, InputChecks checks) {
    this.draft = draft;
    this.context = context;
    this.checks = checks;
  }

  void check() {
    Set<String> sources = new HashSet<>();
    Set<String> targets = new HashSet<>();
    for (int i = 0; i < draft.mapping().size(); i++) {
      ServiceDraft.Mapping line = draft.mapping().get(i);
      if (line == null) {
        fault(i, "itemId", "required");
      } else {
        line(i, line, sources, targets);
      }
    }
    filter();
    grantedRows();
  }

  private void line(int i, ServiceDraft.Mapping line, Set<String> sources, Set<String> targets) {
    if (line.itemId() == null) {
      fault(i, "itemId", "required");
    }
    String from = line.sourceColumn();
    String to = line.targetColumn();
    List<ServiceDraft.Step> steps = line.steps() == null ? List.of() : line.steps();
    if (from == null || from.isBlank()) {
      fault(i, "sourceColumn", "required");
    } else if (steps.isEmpty() && !sources.add(from)) {
      fault(i, "sourceColumn", "duplicate", from);
    }
    if (to == null || to.isBlank()) {
      fault(i, "targetColumn", "required");
    } else if (!targets.add(to)) {
      fault(i, "targetColumn", "duplicate", to);
    }
    if (line.itemId() != null && from != null) {
      granted(i, line);
    }
    columns(i, from, to, steps);
  }

  private void granted(int i, ServiceDraft.Mapping line) {
    if (context.grant() == null) {
      return;
    }
    Optional<GrantedItem> item = context.grant().item(line.itemId());
    if (item.isEmpty()) {
      fault(i, "itemId", "not-granted", line.itemId());
    } else if (item.get().fieldName() == null) {
      fault(i, "itemId", "item-without-column", item.get().name());
    } else if (!item.get().fieldName().equals(line.sourceColumn())) {
      fault(i, "sourceColumn", "not-the-items-column", item.get().name(), item.get().fieldName());
    }
  }

  private void columns(int i, String from, String to, List<ServiceDraft.Step> steps) {
    Optional<InventoryColumn> source = column(context.sourceTable(), from);
    Optional<InventoryColumn> target = column(context.targetTable(), to);
    if (context.sourceTable() != null && from != null && source.isEmpty()) {
      fault(i, "sourceColumn", "no-such-column", from);
    }
    if (context.targetTable() != null && to != null && target.isEmpty()) {
      fault(i, "targetColumn", "no-such-column", to);
    }
    boolean sound = steps(i, steps);
    if (!sound || source.isEmpty() || target.isEmpty()) {
      return;
    }
    String targetType = target.get().type();
    String type = source.get().type();
    boolean nulls = source.get().nullable();
    for (int step = 0; step < steps.size(); step++) {
      MappingFunction function = steps.get(step).function();
      if (function == MappingFunction.DATE_FORMAT && !isTime(type)) {
        fault(i, "steps[" + step + "].function", "needs-a-date", type);
        return;
      }
      type = function.resultType(type, targetType);
      nulls = function.mayBeNull(nulls, steps.get(step).arguments());
    }
    if (!TypeFit.fits(type, targetType)) {
      fault(
          i,
          "targetColumn",
          steps.isEmpty() ? "type-does-not-fit" : "result-does-not-fit",
          type,
          targetType);
    }
    if (nulls && !target.get().nullable()) {
      fault(i, "targetColumn", "null-does-not-fit", from, to);
    }
  }

  private boolean steps(int i, List<ServiceDraft.Step> steps) {
    if (steps.size() > STEP_LIMIT) {
      fault(i, "steps", "too-many", STEP_LIMIT);
      return false;
    }
    boolean sound = true;
    for (int step = 0; step < steps.size(); step++) {
      sound &= step(i, "steps[" + step + "].", steps.get(step));
    }
    return sound;
  }

  private boolean step(int i, String field, ServiceDraft.Step step) {
    if (step == null || step.function() == null) {
      fault(i, field + "function", "required");
      return false;
    }
    List<String> arguments = step.arguments() == null ? List.of() : step.arguments();
    Integer wrong = step.function().wrong(arguments);
    if (wrong != null) {
      if (wrong < 0) {
        fault(i, field + "arguments", "wrong-number", step.function(), arguments.size());
      } else {
        fault(i, field + "arguments[" + wrong + "]", "wrong-argument", step.function());
      }
      return false;
    }
    boolean sound = true;
    for (String name : step.function().columns(arguments)) {
      sound &= readable(i, field + "arguments", name);
    }
    return sound;
  }

  private boolean readable(int i, String field, String name) {
    if (context.sourceTable() != null && column(context.sourceTable(), name).isEmpty()) {
      fault(i, field, "no-such-column", name);
      return false;
    }
    if (!isGranted(name)) {
      fault(i, field, "not-granted", name);
      return false;
    }
    return true;
  }

  private void filter() {
    List<ServiceDraft.Condition> filter = draft.filter() == null ? List.of() : draft.filter();
    if (filter.size() > FILTER_LIMIT) {
      checks.add(FieldError.of("filter", "too-many", FILTER_LIMIT));
      return;
    }
    for (int i = 0; i < filter.size(); i++) {
      condition("filter[" + i + "].", i + 1, filter.get(i));
    }
  }

  /** What the grant holds every run to must be there to be compared. */
  private void grantedRows() {
    if (context.grant() == null || context.sourceTable() == null) {
      return;
    }
    context.grant().rowConditions().stream()
        .map(RowCondition::column)
        .filter(name -> column(context.sourceTable(), name).isEmpty())
        .distinct()
        .forEach(name -> checks.add(FieldError.of("grantId", "granted-rows-not-readable", name)));
  }

  private void condition(String field, int row, ServiceDraft.Condition condition) {
    if (condition == null || condition.column() == null || condition.column().isBlank()) {
      at(field + "column", row, "required");
      return;
    }
    String name = condition.column();
    if (context.sourceTable() != null && column(context.sourceTable(), name).isEmpty()) {
      at(field + "column", row, "no-such-column", name);
    } else if (!isGranted(name)) {
      at(field + "column", row, "not-granted", name);
    }
    if (condition.operator() == null) {
      at(field + "operator", row, "required");
      return;
    }
    if (condition.operator() == RowOperator.KEYED) {
      at(field + "operator", row, "operator-refused", condition.operator());
      return;
    }
    List<String> values = condition.values() == null ? List.of() : condition.values();
    if (!condition.operator().takes(values.size())) {
      at(field + "values", row, "wrong-number", condition.operator(), values.size());
    } else if (values.stream()
        .anyMatch(it -> it == null || it.length() > VALUE_LIMIT || it.indexOf('\0') >= 0)) {
      at(field + "values", row, "wrong-argument", condition.operator());
    }
  }

  private boolean isGranted(String name) {
    return context.grant() == null
        || context.grant().items().stream()
            .map(GrantedItem::fieldName)
            .filter(Objects::nonNull)
            .anyMatch(name::equals);
  }

  private static boolean isTime(String type) {
    return type.equals("date") || type.startsWith("timestamp");
  }

  private static Optional<InventoryColumn> column(OpenTable table, String name) {
    return table == null || name == null ? Optional.empty() : table.column(name);
  }

  private void fault(int line, String field, String reason, Object... arguments) {
    at("mapping[" + line + "]." + field, line + 1, reason, arguments);
  }

  private void at(String field, int row, String reason, Object... arguments) {
    checks.add(new FieldError(field, row, reason, List.of(arguments)));
  }
}
