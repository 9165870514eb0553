package org.govshare.catalog.bulk.organisation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.catalog.bulk.xlsx.CellKind;
import org.govshare.catalog.search.NameSimilarity;
import org.govshare.platform.problem.FieldError;

/** Makes values of the cells of one row, and gathers what is wrong with them. */
final class LineReader {

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(\\s.*)?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_SERIAL = 2_958_465;

  private final SheetLine line;
  private final Map<String, SheetColumn> columns;
  private final boolean date1904;
  private final List<FieldError> faults = new ArrayList<>();

  LineReader(SheetLine line, Map<String, SheetColumn> columns, boolean date1904) {
    this.line = line;
    this.columns = columns;
    this.date1904 = date1904;
  }

  List<FieldError> faults() {
    return faults;
  }

  /** What a cell says, {@code null} if nothing or nothing that can be taken. */
  String text(String field) {
    SheetCell cell = line.cell(field);
    return switch (cell.kind()) {
      case EMPTY -> null;
      case FORMULA -> fault(field, "sheet-formula");
      case ERROR -> fault(field, "sheet-error");
      case NUMBER, DATE -> plain(cell.text());
      default -> cell.text();
    };
  }

  private static String plain(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      return Math.abs((long) value.precision() - value.scale()) > 40
          ? number
          : value.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  /** A word for a constant, or the constant's own name. */
  <T extends Enum<T>> T word(String field, Class<T> type) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    Map<String, String> words = columns.get(field).words();
    String name = words.getOrDefault(text, words.containsValue(text) ? text : null);
    return name == null
        ? fault(field, "sheet-word", text, String.join("、", words.keySet()))
        : Enum.valueOf(type, name);
  }

  /** A day, as a date of the workbook or as text. */
  LocalDate day(String field) {
    SheetCell cell = line.cell(field);
    if (cell.kind() == CellKind.DATE) {
      return ofSerial(field, cell.text());
    }
    String text = text(field);
    if (text == null) {
      return null;
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return fault(field, "sheet-date", text);
    }
    try {
      return LocalDate.of(
          Integer.parseInt(day.group(1)),
          Integer.parseInt(day.group(2)),
          Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      return fault(field, "sheet-date", text);
    }
  }

  private LocalDate ofSerial(String field, String text) {
    try {
      double serial = Double.parseDouble(text);
      return serial >= 1 && serial <= LAST_SERIAL
          ? (date1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays((long) serial)
          : fault(field, "sheet-date", text);
    } catch (NumberFormatException e) {
      return fault(field, "sheet-date", text);
    }
  }

  /** A whole number. */
  Integer whole(String field) {
    String text = text(field);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return fault(field, "sheet-number", text);
    }
  }

  /** Identity of what the cell names. */
  UUID named(String field, Map<String, UUID> known) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    UUID id = known.get(text);
    return id == null
        ? fault(field, "sheet-name", text, NameSimilarity.closest(text, known.keySet()).orElse(""))
        : id;
  }

  private <T> T fault(String field, String reason, Object... arguments) {
    faults.add(FieldError.of(field, reason, arguments));
    return null;
  }
}
