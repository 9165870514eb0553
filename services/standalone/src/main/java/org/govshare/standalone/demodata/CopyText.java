package org.govshare.standalone.demodata;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

  private CopyText() {}

  /** Appends one row; a null value stays null, an empty one stays empty. */
  static void append(StringBuilder text, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      if (values[i] == null) {
        text.append("\\N");
      } else {
        appendEscaped(text, values[i].toString());
      }
    }
    text.append('\n');
  }

  private static void appendEscaped(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
