package org.govshare.catalog.resource;

import java.util.Collection;

/** Writes one line of COPY's text format. */
public final class CopyLine {

  private final StringBuilder lines;
  private boolean first = true;

  /** Begins a line behind those that are there. */
  public CopyLine(StringBuilder lines) {
    this.lines = lines;
  }

  private void separate() {
    if (!first) {
      lines.append('\t');
    }
    first = false;
  }

  /** A value whose text needs no escaping, such as a number, a word or a time. */
  public CopyLine value(Object value) {
    separate();
    lines.append(value == null ? "\\N" : value);
    return this;
  }

  /** Any text. */
  public CopyLine text(String text) {
    separate();
    if (text == null) {
      lines.append("\\N");
    } else {
      append(text);
    }
    return this;
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '\\' -> lines.append("\\\\");
        case '\n' -> lines.append("\\n");
        case '\r' -> lines.append("\\r");
        case '\t' -> lines.append("\\t");
        default -> lines.append(character);
      }
    }
  }

  /** An array of texts, quoted as PostgreSQL itself quotes them. */
  public CopyLine array(Collection<String> texts) {
    separate();
    lines.append('{');
    boolean follows = false;
    for (String text : texts) {
      lines.append(follows ? "," : "");
      append(needsQuotes(text) ? quoted(text) : text);
      follows = true;
    }
    lines.append('}');
    return this;
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || text.equalsIgnoreCase("null")
        || text.chars()
            .anyMatch(c -> c == '"' || c == '\\' || c == '{' || c == '}' || c == ',' || c <= ' ');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Ends the line. */
  public void end() {
    lines.append('\n');
  }
}
