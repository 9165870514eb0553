package org.govshare.exchange.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.govshare.exchange.node.OpenTable;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.platform.problem.InputChecks;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;

/**
 * Which rows are sent again: those with these keys, or those whose watermark lies within bounds.
 *
 * @param keys values of the key columns at the source, in the service's order, at most 1,000 keys
 * @param from first watermark, as a time with offset or, where the column has no zone, without
 * @param until first watermark that is not sent again, likewise
 */
@RegisterForReflection
public record ResendOrder(List<List<String>> keys, String from, String until) {

  private static final int KEYS = 1_000;
  private static final int LENGTH = 1_000;
  private static final String ZONED = "2026-01-31T08:00:00+08:00";
  private static final String LOCAL = "2026-01-31T08:00:00";

  /** Whether it names keys; otherwise it names a range. */
  boolean byKeys() {
    InputChecks checks = new InputChecks();
    boolean byKeys = keys != null && !keys.isEmpty();
    checks.that(byKeys != (from != null || until != null), "keys", "keys-or-range");
    checks.done();
    return byKeys;
  }

  /**
   * The keys, each once.
   *
   * @param columns the key's columns
   */
  List<List<String>> keys(List<String> columns) {
    checkKeys(columns, new InputChecks());
    return keys.stream().distinct().toList();
  }

  private void checkKeys(List<String> columns, InputChecks checks) {
    checks.that(keys.size() <= KEYS, "keys", "too-many", KEYS);
    checks.that(
        keys.stream().allMatch(key -> key != null && key.size() == columns.size()),
        "keys",
        "key-columns",
        String.join(", ", columns));
    checks.that(
        keys.stream()
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .allMatch(value -> value != null && value.length() <= LENGTH),
        "keys",
        "required");
    checks.done();
  }

  /**
   * The range.
   *
   * @param source where the service reads
   * @param table that table as its node opens it now, or null
   */
  List<RowCondition> range(ServiceDraft.Source source, OpenTable table) {
    InputChecks checks = new InputChecks();
    String column = source.watermarkColumn();
    checks.that(column != null, "from", "no-watermark");
    checks.done();
    boolean zoned =
        table == null
            || table.column(column).map(it -> it.type().endsWith("with time zone")).orElse(true);
    List<RowCondition> conditions = new ArrayList<>();
    bound("from", from, zoned, column, RowOperator.AT_LEAST, checks, conditions);
    bound("until", until, zoned, column, RowOperator.LESS, checks, conditions);
    checks.done();
    return conditions;
  }

  private static void bound(
      String field,
      String value,
      boolean zoned,
      String column,
      RowOperator operator,
      InputChecks checks,
      List<RowCondition> conditions) {
    if (value == null) {
      return;
    }
    try {
      String text =
          zoned ? OffsetDateTime.parse(value).toString() : LocalDateTime.parse(value).toString();
      conditions.add(new RowCondition(column, operator, List.of(text)));
    } catch (DateTimeException e) {
      checks.that(false, field, "malformed", zoned ? ZONED : LOCAL);
    }
  }
}
