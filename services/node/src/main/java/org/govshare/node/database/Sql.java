package org.govshare.node.database;

import java.util.regex.Pattern;

/** The only ways in which names and types get into a statement. Values are always bound. */
public final class Sql {
  private static final int MAXIMUM_NAME = 63;
  private static final Pattern TYPE =
      Pattern.compile(
          "[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?( [a-z]+)*(\\([0-9]+(, ?-?[0-9]+)?\\))?"
              + "( [a-z]+)*(\\[\\])*");

  private Sql() {}

  /** An identifier in double quotes. */
  public static String quote(String name) {
    if (name == null
        || name.isEmpty()
        || name.indexOf('\0') >= 0
        || name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAXIMUM_NAME) {
      throw new IllegalArgumentException("not a name in PostgreSQL: " + name);
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A type as {@code format_type} writes it, refused unless it consists of a type's parts only. */
  public static String type(String type) {
    if (type == null || type.length() > 200 || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("not a type in PostgreSQL: " + type);
    }
    return type;
  }

  /**
   * A type to cast to without losing anything: a cast to a type with a length silently cuts text
   * off, so the length is left to the target, which refuses what is too long.
   */
  public static String castType(String type) {
    String checked = type(type);
    if (checked.startsWith("character varying(") && checked.endsWith(")")) {
      return "character varying";
    }
    if (checked.equals("character") || checked.startsWith("character(") && checked.endsWith(")")) {
      return "bpchar";
    }
    return checked;
  }
}
