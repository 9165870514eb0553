package org.govshare.protocol.control;

import java.util.List;
import java.util.regex.Pattern;

/** What may be done to a value on its way into the target's column. There is nothing else. */
public enum MappingFunction {
  /** White space at both ends is taken off. */
  TRIM(""),
  /** Letters become capitals. */
  UPPER(""),
  /** Letters become small. */
  LOWER(""),
  /** A part of the text: from this character, counted from 1, so many characters. */
  SUBSTRING("nn"),
  /** A date or time as text by a pattern; times with a zone are shown in the zone named. */
  DATE_FORMAT("pz?"),
  /** A date read from text by a pattern. */
  PARSE_DATE("p"),
  /**
   * A value of a code table: pairs of what is found and what takes its place; one more at the end
   * is for all that is not found, which becomes null without it.
   */
  LOOKUP("ttt*"),
  /** This and other columns, joined by a separator; nulls are left out. */
  CONCATENATE("tc+"),
  /** All but so many characters at the start and so many at the end become asterisks. */
  MASK("nn"),
  /** SHA-256 of a salt and the text, in hexadecimal. */
  HASH("t"),
  /** A value in the place of null. */
  DEFAULT("t"),
  /** The type of the target's column; the run refuses a value that is not of it. */
  CAST("");

  /** Most arguments, two for each row of a code table. */
  public static final int MOST_ARGUMENTS = 1_000;

  private static final int LONGEST_ARGUMENT = 1_000;
  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
  private static final Pattern DATE_PATTERN =
      Pattern.compile("(?:YYYY|YY|MM|DD|HH24|MI|SS|MS|US|[-/.: T年月日时分秒])+");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z_]+(?:/[A-Za-z_]+)*|UTC");

  private final String arguments;

  // A letter for each argument: n a count, p a pattern of dates, z a zone, c a column, t any text;
  // ? after the last makes it optional, * and + let it be repeated.
  MappingFunction(String arguments) {
    this.arguments = arguments;
  }

  /** Which of these arguments is wrong: its position, -1 if their number is, null if none. */
  public Integer wrong(List<String> given) {
    boolean optional = arguments.endsWith("?");
    boolean repeated = arguments.endsWith("*") || arguments.endsWith("+");
    String kinds = arguments.replaceAll("[?*+]", "");
    int least = kinds.length() - (optional || arguments.endsWith("*") ? 1 : 0);
    int most = repeated ? MOST_ARGUMENTS : kinds.length();
    if (given.size() < least || given.size() > most) {
      return -1;
    }
    for (int i = 0; i < given.size(); i++) {
      char kind = kinds.charAt(Math.min(i, kinds.length() - 1));
      if (!fits(kind, given.get(i))) {
        return i;
      }
    }
    return null;
  }

  /** The other columns that it reads. */
  public List<String> columns(List<String> given) {
    return this == CONCATENATE ? given.subList(1, given.size()) : List.of();
  }

  /** Type of what comes out. */
  public String resultType(String type, String targetType) {
    return switch (this) {
      case PARSE_DATE -> "date";
      case DEFAULT -> type;
      case CAST -> targetType;
      default -> "text";
    };
  }

  /** Whether null may come out, where it may or may not go in. */
  public boolean mayBeNull(boolean before, List<String> given) {
    return switch (this) {
      case DEFAULT, CONCATENATE -> false;
      case LOOKUP -> given.size() % 2 == 0;
      default -> before;
    };
  }

  private static boolean fits(char kind, String value) {
    if (value == null || value.length() > LONGEST_ARGUMENT || value.indexOf('\0') >= 0) {
      return false;
    }
    return switch (kind) {
      case 'n' -> COUNT.matcher(value).matches();
      case 'p' -> DATE_PATTERN.matcher(value).matches();
      case 'z' -> ZONE.matcher(value).matches();
      case 'c' -> !value.isBlank();
      default -> true;
    };
  }
}
