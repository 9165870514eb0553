package org.govshare.catalog.bulk.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.xlsx.CellKind;
import org.govshare.catalog.bulk.xlsx.SheetRow;

/**
 * What a cell says once everything is off it that programs and hands leave there: blanks around it,
 * characters without width, an apostrophe that made it text.
 *
 * @param text {@code null} if there is nothing
 * @param reason why it cannot be taken, {@code null} if it can
 */
record CellValue(String text, String reason) {

  private static final CellValue NOTHING = new CellValue(null, null);
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final MathContext MEANT = new MathContext(15);
  private static final int LAST_SERIAL = 2_958_465;

  static CellValue of(SheetRow row, int position, TemplateColumn column, boolean date1904) {
    CellKind kind = row.kind(position);
    if (kind == CellKind.EMPTY) {
      return NOTHING;
    }
    String text = row.text(position);
    return switch (kind) {
      case FORMULA -> new CellValue(text, "formula");
      case ERROR -> new CellValue(text, "cell-error");
      case BOOLEAN -> new CellValue(text.equals("1") ? "是" : "否", null);
      case NUMBER -> new CellValue(plain(text), null);
      case DATE ->
          column == TemplateColumn.RELEASED
              ? new CellValue(day(text, date1904).map(LocalDate::toString).orElse(text), null)
              : new CellValue(plain(text), null);
      default -> ofText(text, column);
    };
  }

  private static CellValue ofText(String text, TemplateColumn column) {
    String value = stripped(text);
    if (value.isEmpty()) {
      return NOTHING;
    }
    if (value.length() > column.limit()
        && value.codePointCount(0, value.length()) > column.limit()) {
      return new CellValue(value, "too-long");
    }
    return new CellValue(value, isPrintable(value) ? null : "control-character");
  }

  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    if (start < end && (text.charAt(start) == '\'' || text.charAt(start) == '’')) {
      start++;
    }
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        ? c == ' ' || c == '\t' || c == '\n' || c == '\r'
        : c == '\u00A0'
            || c == '\u3000'
            || c == '\uFEFF'
            || (c >= '\u2000' && c <= '\u200D')
            || c == '\u202F'
            || c == '\u2060';
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean line = c == '\n' || c == '\r' || c == '\t';
      if ((Character.isISOControl(c) && !line) || c == '\uFFFE' || c == '\uFFFF') {
        return false;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** A number as people write it: Excel keeps 20 as 20 and 1000000 now and then as 1E6. */
  private static String plain(String number) {
    if (isDigits(number)) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number);
      if (Math.abs((long) value.precision() - value.scale()) > 40) {
        return number;
      }
      String plain = value.stripTrailingZeros().toPlainString();
      // A double has fifteen digits that mean something; more of them after the point are noise.
      return value.scale() > 9 ? value.round(MEANT).stripTrailingZeros().toPlainString() : plain;
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The day that a serial number stands for. */
  static Optional<LocalDate> day(String serial, boolean date1904) {
    try {
      double number = Double.parseDouble(serial);
      return number >= 1 && number <= LAST_SERIAL
          ? Optional.of((date1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays((long) number))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The day that a text names, in one of the ways that are usual. */
  static Optional<LocalDate> dayOf(String text) {
    for (DateTimeFormatter format : DayFormats.ALL) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (java.time.format.DateTimeParseException next) {
        // Another way may fit.
        continue;
      }
    }
    return Optional.empty();
  }
}
