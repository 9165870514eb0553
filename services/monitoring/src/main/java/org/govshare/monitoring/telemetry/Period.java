package org.govshare.monitoring.telemetry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * Days that figures are asked for, both included. A day is one of Asia/Shanghai.
 *
 * @param from first day
 * @param to last day
 */
public record Period(LocalDate from, LocalDate to) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /**
   * The days named by query parameters; one that is absent leaves that end open.
   *
   * @param from {@code YYYY-MM-DD} or {@code null}
   * @param to {@code YYYY-MM-DD} or {@code null}
   * @throws InvalidInput if one is not a date, or they are the wrong way round (400)
   */
  public static Period of(String from, String to) {
    InputChecks checks = new InputChecks();
    Period period = new Period(day("from", from, FIRST, checks), day("to", to, LAST, checks));
    if (checks.passed()) {
      checks.that(!period.from.isAfter(period.to), "from", "after-end", period.to);
    }
    checks.done();
    return period;
  }

  private static LocalDate day(String field, String text, LocalDate otherwise, InputChecks checks) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      checks.that(!day.isBefore(FIRST) && !day.isAfter(LAST), field, "out-of-range", FIRST, LAST);
      return day;
    } catch (DateTimeParseException notADate) {
      checks.that(false, field, "malformed", "YYYY-MM-DD");
      return otherwise;
    }
  }

  static LocalDate dayOf(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }
}
