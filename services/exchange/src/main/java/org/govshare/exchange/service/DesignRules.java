package org.govshare.exchange.service;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.node.OpenTable;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;

/**
 * The rules that a design must keep: it reads only what is granted, by its provider's node, and
 * every row it may read can be written at the requester's node. Finds all faults at once. Looks at
 * the first target alone; {@link TargetRules} looks at each.
 */
final class DesignRules {

  private static final String CODE = "[a-z][a-z0-9-]{0,63}";
  private static final int MAPPING_LIMIT = 500;
  private static final Duration LEAST_OVERLAP = Duration.ofSeconds(1);
  private static final Duration MOST_OVERLAP = Duration.ofDays(31);

  private final ServiceDraft draft;
  private final DesignContext context;
  private final InputChecks checks = new InputChecks();

  private DesignRules(ServiceDraft draft, DesignContext context) {
    this.draft = draft;
    this.context = context;
  }

  /**
   * Checks a draft.
   *
   * @throws InvalidInput with every fault (400)
   */
  static Design check(ServiceDraft draft, DesignContext context) {
    return new DesignRules(draft, context).checked();
  }

  private Design checked() {
    head();
    if (draft.source() == null) {
      fault("source", "required");
    } else {
      source(draft.source());
    }
    if (draft.target() == null) {
      fault("target", "required");
    } else {
      target(draft.target());
    }
    new CaptureRules(draft, context, checks).check();
    new ReplacementRules(draft, context, checks).check();
    if (draft.mapping() == null || draft.mapping().isEmpty()) {
      fault("mapping", "required");
    } else if (draft.mapping().size() > MAPPING_LIMIT) {
      fault("mapping", "too-many", MAPPING_LIMIT);
    } else {
      new MappingRules(draft, context, checks).check();
      if (draft.source() != null && draft.target() != null) {
        keys(draft.source(), draft.target());
        watermark(draft.source());
        unfilled();
      }
    }
    checks.done();
    return new Design(
        draft.source(),
        draft.target(),
        draft.mapping().stream().map(this::column).toList(),
        draft.filter() == null
            ? List.of()
            : draft.filter().stream()
                .map(it -> new RowCondition(it.column(), it.operator(), it.values()))
                .toList(),
        draft.suite(),
        null,
        null,
        draft.replaces());
  }

  private Design.Column column(ServiceDraft.Mapping line) {
    return new Design.Column(
        line.itemId(),
        line.sourceColumn(),
        line.targetColumn(),
        context.targetTable().column(line.targetColumn()).orElseThrow().type(),
        line.steps() == null
            ? List.of()
            : line.steps().stream()
                .map(step -> new MappingStep(step.function(), step.arguments()))
                .toList());
  }

  private void head() {
    checks.text("name", draft.name(), 200).text("process", draft.process(), 100);
    checks.required("mode", draft.mode());
    if (draft.code() == null || draft.code().isBlank()) {
      fault("code", "required");
    } else if (!draft.code().matches(CODE)) {
      fault("code", "malformed", CODE);
    } else if (context.codeTaken()) {
      fault("code", "taken", draft.code());
    }
    suite(context.sourceNode());
    suite(context.targetNode());
    known("domain", draft.domain(), context.domainExists());
    GrantView grant = context.grant();
    if (known("grantId", draft.grantId(), grant != null) && !grant.active()) {
      fault("grantId", "grant-ended");
    }
  }

  private void suite(RegisteredNode node) {
    if (node != null && !node.takesPartIn(draft.suite())) {
      fault("suite", "node-without-keys", node.code());
    }
  }

  private void source(ServiceDraft.Source source) {
    node("source.node", source.node(), context.sourceNode(), provider(), "not-of-provider");
    String place = source.schema() + "." + source.table();
    OpenTable table = context.sourceTable();
    if (place("source", source.dataSource(), source.schema(), source.table(), table, place)
        && !table.opensForReading()) {
      fault("source.dataSource", "not-for-reading", source.dataSource());
    }
    if (context.grant() != null && context.grant().sourceTable() != null) {
      String granted =
          context.grant().sourceTable().schema() + "." + context.grant().sourceTable().table();
      checks.that(granted.equals(place), "source.table", "not-granted-table", granted);
    }
  }

  private void target(ServiceDraft.Target target) {
    node("target.node", target.node(), context.targetNode(), requester(), "not-of-requester");
    String place = target.schema() + "." + target.table();
    OpenTable table = context.targetTable();
    if (place("target", target.dataSource(), target.schema(), target.table(), table, place)
        && !table.opensForWriting()) {
      fault("target.dataSource", "not-for-writing", target.dataSource());
    }
  }

  private void node(
      String field, String code, RegisteredNode node, Optional<String> department, String reason) {
    if (known(field, code, node != null) && department.isPresent()) {
      checks.that(
          node.department().equals(department.get()),
          field,
          reason,
          node.department(),
          department.get());
    }
  }

  private boolean place(
      String end, String dataSource, String schema, String table, OpenTable open, String place) {
    checks.required(end + ".dataSource", dataSource);
    checks.required(end + ".schema", schema);
    checks.required(end + ".table", table);
    boolean named = dataSource != null && schema != null && table != null;
    boolean nodeKnown =
        (end.equals("source") ? context.sourceNode() : context.targetNode()) != null;
    if (named && nodeKnown && open == null) {
      fault(end + ".table", "table-not-open", dataSource + ": " + place);
    }
    return open != null;
  }

  private void keys(ServiceDraft.Source source, ServiceDraft.Target target) {
    List<String> from = source.keyColumns();
    List<String> to = target.keyColumns();
    if (ReplacementRules.withoutKey(draft)) {
      return;
    }
    boolean given = keysGiven("source.keyColumns", from) & keysGiven("target.keyColumns", to);
    if (!given) {
      return;
    }
    for (String key : from) {
      Optional<InventoryColumn> column = column(context.sourceTable(), key);
      if (context.sourceTable() != null && column.isEmpty()) {
        fault("source.keyColumns", "no-such-column", key);
      } else if (column.isPresent() && column.get().nullable()) {
        fault("source.keyColumns", "key-takes-nulls", key);
      }
    }
    List<String> mapped = from.stream().map(this::mappedTo).toList();
    for (int i = 0; i < from.size(); i++) {
      if (mapped.get(i) == null) {
        fault("source.keyColumns", "key-not-mapped", from.get(i));
      }
    }
    if (mapped.stream().allMatch(Objects::nonNull) && !mapped.equals(to)) {
      fault("target.keyColumns", "keys-differ", String.join(", ", mapped));
    }
    if (context.sourceTable() != null && !context.sourceTable().isUnique(from)) {
      fault("source.keyColumns", "key-not-unique", String.join(", ", from));
    }
    if (context.targetTable() != null && !context.targetTable().isUnique(to)) {
      fault("target.keyColumns", "key-not-unique", String.join(", ", to));
    }
  }

  private boolean keysGiven(String field, List<String> keys) {
    if (keys == null || keys.isEmpty() || keys.stream().anyMatch(Objects::isNull)) {
      fault(field, "required");
      return false;
    }
    if (Set.copyOf(keys).size() < keys.size()) {
      fault(field, "duplicate", String.join(", ", keys));
      return false;
    }
    return true;
  }

  private void overlap(ServiceDraft.Source source) {
    if (source.overlap() == null) {
      return;
    }
    checks.that(draft.mode() == Mode.INCREMENT, "source.overlap", "only-for-increment");
    try {
      Duration behind = source.behind();
      checks.that(
          behind.compareTo(LEAST_OVERLAP) >= 0 && behind.compareTo(MOST_OVERLAP) <= 0,
          "source.overlap",
          "out-of-range",
          LEAST_OVERLAP,
          MOST_OVERLAP);
    } catch (DateTimeParseException e) {
      fault("source.overlap", "malformed", "PT1H");
    }
  }

  private void watermark(ServiceDraft.Source source) {
    overlap(source);
    String name = source.watermarkColumn();
    boolean named = name != null && !name.isBlank();
    if (draft.mode() == Mode.INCREMENT && !named) {
      fault("source.watermarkColumn", "required");
    } else if (draft.mode() != null && draft.mode() != Mode.INCREMENT && name != null) {
      fault("source.watermarkColumn", "only-for-increment");
    }
    if (draft.mode() != Mode.INCREMENT || !named) {
      return;
    }
    if (context.grant() != null
        && context.grant().items().stream().noneMatch(it -> name.equals(it.fieldName()))) {
      fault("source.watermarkColumn", "not-granted", name);
    }
    Optional<InventoryColumn> column = column(context.sourceTable(), name);
    if (context.sourceTable() != null && column.isEmpty()) {
      fault("source.watermarkColumn", "no-such-column", name);
    }
    column.ifPresent(
        it -> {
          boolean timed = it.type().startsWith("timestamp");
          checks.that(timed, "source.watermarkColumn", "not-a-watermark", it.type());
          checks.that(!it.nullable(), "source.watermarkColumn", "watermark-takes-nulls", name);
        });
  }

  // Defaults are not part of an inventory, so a column that must be filled has to be mapped.
  private void unfilled() {
    if (context.targetTable() == null) {
      return;
    }
    Set<String> filled = new HashSet<>();
    draft.mapping().stream()
        .filter(Objects::nonNull)
        .forEach(line -> filled.add(line.targetColumn()));
    context.targetTable().columns().stream()
        .filter(column -> !column.nullable() && !filled.contains(column.name()))
        .forEach(column -> fault("mapping", "must-be-filled", column.name()));
  }

  private String mappedTo(String sourceColumn) {
    return draft.mapping().stream()
        .filter(line -> line != null && sourceColumn.equals(line.sourceColumn()))
        .filter(line -> line.steps() == null || line.steps().isEmpty())
        .map(ServiceDraft.Mapping::targetColumn)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Optional<String> provider() {
    return Optional.ofNullable(context.grant()).map(GrantView::providerDepartment);
  }

  private Optional<String> requester() {
    return Optional.ofNullable(context.grant()).map(GrantView::requesterDepartment);
  }

  private static Optional<InventoryColumn> column(OpenTable table, String name) {
    return table == null || name == null ? Optional.empty() : table.column(name);
  }

  private boolean known(String field, Object value, boolean exists) {
    if (value == null || value instanceof String text && text.isBlank()) {
      fault(field, "required");
      return false;
    }
    if (!exists) {
      fault(field, "unknown", value);
    }
    return exists;
  }

  private void fault(String field, String reason, Object... arguments) {
    checks.add(FieldError.of(field, reason, arguments));
  }
}
