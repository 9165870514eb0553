package org.govshare.catalog.bulk.reading;

import org.govshare.catalog.bulk.template.TemplateColumn;

/** Reads identifiers and says what is wrong with their form. */
final class Codes {

  private static final int PREFIX = 16;
  private static final int SUFFIX = 5;

  private Codes() {}

  /** The identifier, {@code null} if there is none or its form is wrong. */
  static String read(String cell, ResourceFaults faults) {
    if (cell == null) {
      return null;
    }
    String code = Interpreter.halfWidth(cell).replaceAll("\\s", "");
    String reason = fault(code);
    if (reason != null) {
      faults.add(TemplateColumn.CODE, reason, String.valueOf(code.length()));
      return null;
    }
    return code;
  }

  private static String fault(String code) {
    int slash = code.indexOf('/');
    String digits = code.replace("/", "");
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "code-not-digits";
    }
    if (digits.length() < PREFIX + SUFFIX) {
      return "code-too-short";
    }
    if (digits.length() > PREFIX + SUFFIX) {
      return "code-too-long";
    }
    return slash == PREFIX && code.length() == PREFIX + 1 + SUFFIX ? null : "code-without-slash";
  }
}
