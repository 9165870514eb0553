package org.govshare.catalog.bulk.reading;

import java.util.List;
import org.govshare.catalog.bulk.template.TemplateColumn;

/**
 * Something wrong in a workbook.
 *
 * @param row number of the row, from 1
 * @param column which column, {@code null} if it is not about one
 * @param reason key of the message, as in the faults of the interface's other inputs
 * @param arguments set into the message
 * @param value what the cell holds, shortened, {@code null} if it is empty
 * @param suggestion what was probably meant, {@code null} if that cannot be told
 * @param resourceRow first row of the resource that cannot be imported for it, 0 if none can
 */
public record Fault(
    int row,
    TemplateColumn column,
    String reason,
    List<String> arguments,
    String value,
    String suggestion,
    int resourceRow) {

  private static final int VALUE_LIMIT = 200;

  /** Shortens the value and keeps out what cannot be shown. */
  public Fault {
    arguments = arguments.stream().map(Fault::shown).toList();
    value = value == null ? null : shown(value);
  }

  /** A fault without a value to suggest. */
  Fault(
      int row,
      TemplateColumn column,
      String reason,
      List<String> arguments,
      String value,
      int resourceRow) {
    this(row, column, reason, arguments, value, null, resourceRow);
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(VALUE_LIMIT)
        .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
