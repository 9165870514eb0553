package org.govshare.catalog.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govshare.platform.problem.InputChecks;

/**
 * The holidays of a year as they were announced.
 *
 * @param source the notice they come from, at most 200 characters
 * @param days every holiday and every day worked on in exchange, 1 to 120
 */
@RegisterForReflection
public record CalendarYearInput(String source, List<Day> days) {

  private static final int DAY_LIMIT = 120;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2200;

  /**
   * A day that is not what its weekday says.
   *
   * @param day date, in the year it is put into
   * @param kind holiday, or a Saturday or Sunday that is worked on
   * @param name of the holiday, at most 50 characters
   */
  @RegisterForReflection
  public record Day(LocalDate day, DayKind kind, String name) {

    private boolean fallsOnAWeekend() {
      return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
  }

  void check(int year) {
    InputChecks checks =
        new InputChecks()
            .that(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "year",
                "out-of-range",
                FIRST_YEAR,
                LAST_YEAR)
            .text("source", source, 200)
            .required("days", days);
    if (days != null) {
      checks
          .that(!days.isEmpty(), "days", "required")
          .that(days.size() <= DAY_LIMIT, "days", "too-many", DAY_LIMIT);
      Set<LocalDate> seen = new HashSet<>();
      for (int i = 0; i < Math.min(days.size(), DAY_LIMIT); i++) {
        Day day = days.get(i);
        String field = "days[" + i + "]";
        checks.with(field, day, present -> check(checks, field, present, year, seen));
      }
    }
    checks.done();
  }

  private static void check(
      InputChecks checks, String field, Day day, int year, Set<LocalDate> seen) {
    checks
        .required(field + ".day", day.day())
        .required(field + ".kind", day.kind())
        .text(field + ".name", day.name(), 50);
    if (day.day() == null) {
      return;
    }
    checks
        .that(day.day().getYear() == year, field + ".day", "not-in-year", String.valueOf(year))
        .that(seen.add(day.day()), field + ".day", "duplicate", day.day())
        .that(
            day.kind() != DayKind.WORKING_DAY || day.fallsOnAWeekend(),
            field + ".kind",
            "worked-on-anyway",
            day.day());
  }
}
