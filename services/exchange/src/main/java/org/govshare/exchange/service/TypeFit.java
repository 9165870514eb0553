package org.govshare.exchange.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether every value of one PostgreSQL type is a value of another, without loss and without asking
 * for a setting such as the time zone. Types are written as {@code format_type} writes them.
 */
final class TypeFit {

  private static final Pattern TYPE =
      Pattern.compile(
          "([a-z \"_]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?(\\[\\])*");

  private static final Set<String> TEXTS = Set.of("character", "character varying", "text");

  /** Decimal digits that hold every value of an integer type. */
  private static final Map<String, Integer> INTEGER_DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);

  private static final Map<String, List<String>> WIDER =
      Map.of(
          "smallint", List.of("integer", "bigint", "real", "double precision"),
          "integer", List.of("bigint", "double precision"),
          "real", List.of("double precision"),
          "date", List.of("timestamp without time zone"));

  private static final Set<String> PRECISE =
      Set.of(
          "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone");

  private static final int MICROSECONDS = 6;
  private static final int UUID_LENGTH = 36;

  private TypeFit() {}

  /** Whether values of {@code source} go into a column of {@code target} unchanged. */
  static boolean fits(String source, String target) {
    String from = source.strip().toLowerCase(Locale.ROOT);
    String to = target.strip().toLowerCase(Locale.ROOT);
    if (from.equals(to)) {
      return true;
    }
    Type a = Type.parse(from);
    Type b = Type.parse(to);
    if (a == null || b == null || a.array() || b.array()) {
      return false;
    }
    if (TEXTS.contains(a.name())) {
      return TEXTS.contains(b.name()) && textFits(a, b);
    }
    if (INTEGER_DIGITS.containsKey(a.name()) && b.name().equals("numeric")) {
      return b.size() == null || b.size() - b.scale() >= INTEGER_DIGITS.get(a.name());
    }
    if (a.name().equals("numeric") && b.name().equals("numeric")) {
      return b.size() == null
          || (a.size() != null
              && b.scale() >= a.scale()
              && b.size() - b.scale() >= a.size() - a.scale());
    }
    if (PRECISE.contains(a.name()) && a.name().equals(b.name())) {
      return b.precision() >= a.precision();
    }
    if (a.name().equals("date") && b.name().equals("timestamp without time zone")) {
      return true;
    }
    if (a.name().equals("uuid")) {
      return b.name().equals("text")
          || b.name().equals("character varying") && (b.size() == null || b.size() >= UUID_LENGTH);
    }
    return b.size() == null && WIDER.getOrDefault(a.name(), List.of()).contains(b.name());
  }

  // A text of fixed length is padded: only another of fixed length keeps it as it is, and nothing
  // else may become one.
  private static boolean textFits(Type a, Type b) {
    if (b.name().equals("character")) {
      return a.name().equals("character") && b.length() >= a.length();
    }
    return b.name().equals("text") || b.size() == null || (a.bounded() && b.size() >= a.length());
  }

  private record Type(String name, Integer size, int scale, boolean array) {

    static Type parse(String text) {
      Matcher matcher = TYPE.matcher(text);
      if (!matcher.matches()) {
        return null;
      }
      String zone = matcher.group(4) == null ? "" : matcher.group(4);
      return new Type(
          matcher.group(1) + zone,
          matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2)),
          matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)),
          text.endsWith("[]"));
    }

    boolean bounded() {
      return size != null || name.equals("character");
    }

    int length() {
      return size == null ? 1 : size;
    }

    int precision() {
      return size == null ? MICROSECONDS : size;
    }
  }
}
