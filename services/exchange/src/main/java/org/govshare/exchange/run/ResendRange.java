package org.govshare.exchange.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.node.OpenTable;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.platform.problem.InputChecks;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;

/**
 * A range of rows that are sent again. Its bounds are known on the way, so it is never one of keys.
 *
 * @param column the column, or null for the service's watermark
 * @param from first value, or null
 * @param until first value that is not sent again, or null
 */
record ResendRange(String column, String from, String until) {

  private enum Kind {
    TIME("2026-01-31T08:00:00+08:00", value -> OffsetDateTime.parse(value).toString()),
    LOCAL_TIME("2026-01-31T08:00:00", value -> LocalDateTime.parse(value).toString()),
    DAY("2026-01-31", value -> LocalDate.parse(value).toString()),
    NUMBER("1000", value -> Long.toString(Long.parseLong(value)));

    private final String example;
    private final UnaryOperator<String> canonical;

    Kind(String example, UnaryOperator<String> canonical) {
      this.example = example;
      this.canonical = canonical;
    }

    /** What bounds of a column look like; null if it has no ranges. */
    static Kind of(InventoryColumn column) {
      String type = column.type();
      if (type.startsWith("timestamp")) {
        return type.endsWith("with time zone") ? TIME : LOCAL_TIME;
      }
      return switch (type) {
        case "date" -> DAY;
        case "smallint", "integer", "bigint" -> NUMBER;
        default -> null;
      };
    }
  }

  /**
   * The bounds as conditions.
   *
   * @param source where the service reads
   * @param grant what it may read
   * @param table that table as its node opens it now, or null
   */
  List<RowCondition> conditions(ServiceDraft.Source source, GrantView grant, OpenTable table) {
    InputChecks checks = new InputChecks();
    String watermark = source.watermarkColumn();
    String name = column == null || column.isBlank() ? watermark : column;
    checks.that(name != null, "column", "no-watermark");
    checks.done();
    if (!name.equals(watermark)) {
      checks.that(
          grant != null && grant.items().stream().anyMatch(it -> name.equals(it.fieldName())),
          "column",
          "not-granted",
          name);
      checks.that(!source.keyColumns().contains(name), "column", "range-of-key", name);
    }
    checks.done();
    Kind kind = kind(name, table, checks);
    List<RowCondition> conditions = new ArrayList<>();
    bound("from", from, kind, new Place(name, RowOperator.AT_LEAST), checks, conditions);
    bound("until", until, kind, new Place(name, RowOperator.LESS), checks, conditions);
    checks.done();
    return conditions;
  }

  private record Place(String column, RowOperator operator) {}

  private static Kind kind(String name, OpenTable table, InputChecks checks) {
    checks.that(table != null, "column", "table-not-open", name);
    checks.done();
    InventoryColumn found = table.column(name).orElse(null);
    checks.that(found != null, "column", "no-such-column", name);
    checks.done();
    Kind kind = Kind.of(found);
    checks.that(kind != null, "column", "not-a-range", found.type());
    checks.done();
    return kind;
  }

  private static void bound(
      String field,
      String value,
      Kind kind,
      Place place,
      InputChecks checks,
      List<RowCondition> conditions) {
    if (value == null) {
      return;
    }
    try {
      conditions.add(
          new RowCondition(
              place.column(), place.operator(), List.of(kind.canonical.apply(value.strip()))));
    } catch (DateTimeException | NumberFormatException e) {
      checks.that(false, field, "malformed", kind.example);
    }
  }
}
