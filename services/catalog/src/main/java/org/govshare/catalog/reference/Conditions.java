package org.govshare.catalog.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.problem.InputChecks;

/**
 * Gathers the conditions of a list, each of which may be absent. Not thread-safe: one request uses
 * one instance.
 */
public final class Conditions {

  /** Longest text that a list can be searched for, in characters. */
  public static final int QUERY_LIMIT = 100;

  private final List<String> parts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** The field has this value; {@code null} stands for any. */
  public Conditions equal(String field, Object value) {
    return value == null ? this : with(field + " = ", value);
  }

  /** The comparison, for example {@code "lastUsedOn < "}, holds for the value. */
  public Conditions with(String comparison, Object value) {
    values.add(value);
    parts.add(comparison + "?" + values.size());
    return this;
  }

  /** A condition without values of its own. */
  public Conditions that(String condition) {
    parts.add("(" + condition + ")");
    return this;
  }

  /**
   * One of the conditions holds.
   *
   * @param templates each with one {@code ?} where the value goes
   */
  public Conditions anyOf(Object value, String... templates) {
    values.add(value);
    String parameter = "?" + values.size();
    parts.add(
        Stream.of(templates)
            .map(template -> template.replace("?", parameter))
            .collect(Collectors.joining(" or ", "(", ")")));
    return this;
  }

  /**
   * Every word of the text occurs in one of the fields, in capitals or not.
   *
   * @param text what a caller wrote, may be absent
   * @throws org.govshare.platform.problem.InvalidInput if it is too long (400)
   */
  public Conditions words(String text, String... fields) {
    new InputChecks().optionalText("q", text, QUERY_LIMIT).done();
    if (text == null) {
      return this;
    }
    String[] templates =
        Stream.of(fields)
            .map(field -> "lower(" + field + ") like ? escape '\\'")
            .toArray(String[]::new);
    for (String word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!word.isEmpty()) {
        anyOf(pattern(word), templates);
      }
    }
    return this;
  }

  private static String pattern(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** All conditions as the where clause of a query. */
  public String text() {
    return parts.isEmpty() ? "1 = 1" : String.join(" and ", parts);
  }

  /** The values of its parameters. */
  public Object[] values() {
    return values.toArray();
  }
}
