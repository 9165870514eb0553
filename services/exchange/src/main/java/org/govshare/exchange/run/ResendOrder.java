package org.govshare.exchange.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.govshare.platform.problem.InputChecks;

/**
 * Which rows are sent again: those with these keys, or those whose value of a column lies within
 * bounds.
 *
 * @param keys values of the key columns at the source, in the service's order, at most 1,000 keys
 * @param from first value, as the column's type asks: a time with offset, a time without offset, a
 *     day, or a whole number
 * @param until first value that is not sent again, likewise
 * @param column the column of the range: a granted item's column at the source that is a time, a
 *     day or a whole number and no part of the key; the service's watermark if absent
 */
@RegisterForReflection
public record ResendOrder(List<List<String>> keys, String from, String until, String column) {

  private static final int KEYS = 1_000;
  private static final int LENGTH = 1_000;

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

  /** The range that it names. */
  ResendRange range() {
    return new ResendRange(column, from, until);
  }
}
