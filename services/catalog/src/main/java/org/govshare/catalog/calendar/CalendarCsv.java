package org.govshare.catalog.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;

/**
 * Reads the days of a year from a small CSV text: a heading {@code day,kind,name}, then one day a
 * line, for example {@code 2026-10-01,HOLIDAY,国庆节}. Fields hold neither commas nor quotes.
 */
final class CalendarCsv {

  /** Longest text that is read, in characters. */
  static final int LIMIT = 20_000;

  private static final String HEADING = "day,kind,name";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CalendarCsv() {}

  static List<CalendarYearInput.Day> days(String text) {
    String csv =
        text != null && text.startsWith(BYTE_ORDER_MARK)
            ? text.substring(BYTE_ORDER_MARK.length())
            : text;
    InputChecks checks =
        new InputChecks()
            .required("csv", csv)
            .that(csv == null || csv.length() <= LIMIT, "csv", "too-long", LIMIT);
    checks.done();
    List<String> lines = csv.lines().toList();
    checks.that(HEADING.equals(lines.get(0).strip()), "csv", "malformed", HEADING).done();
    List<CalendarYearInput.Day> days = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        days.add(day(checks, i + 1, lines.get(i)));
      }
    }
    checks.done();
    return days;
  }

  private static CalendarYearInput.Day day(InputChecks checks, int row, String line) {
    String[] fields = line.split(",", -1);
    try {
      if (fields.length == 3) {
        return new CalendarYearInput.Day(
            LocalDate.parse(fields[0].strip()),
            DayKind.valueOf(fields[1].strip()),
            fields[2].strip());
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Told below like any other line that does not fit.
    }
    checks.add(new FieldError("csv", row, "malformed", List.of(HEADING)));
    return null;
  }
}
