package org.govshare.catalog.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked on, and what follows for deadlines. A value without a database: built from
 * the calendar as it stands. A year that is not announced has its weekends only; {@link #knows}
 * tells whether a span touches one, so that nobody takes such a deadline for certain.
 *
 * <p>The day on which something begins does not count: five working days from a Monday end with the
 * next Monday.
 */
public final class WorkingDays {

  /** Where days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Most working days that are counted from anywhere. */
  public static final int LIMIT = 1_000;

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final Map<LocalDate, DayKind> exceptions;
  private final Set<Integer> announced;

  /**
   * @param exceptions days that are not what their weekday says
   * @param announced years whose exceptions are all among them
   */
  public WorkingDays(Map<LocalDate, DayKind> exceptions, Set<Integer> announced) {
    this.exceptions = Map.copyOf(exceptions);
    this.announced = Set.copyOf(announced);
  }

  /** Whether a day is worked on. */
  public boolean works(LocalDate day) {
    DayKind exception = exceptions.get(day);
    if (exception != null) {
      return exception == DayKind.WORKING_DAY;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /**
   * The last second of the working day on which a span ends.
   *
   * @param from its begin; that day does not count
   * @param workingDays 0 to 1,000; with 0, the day itself or the next one that is worked on
   */
  public Instant deadline(Instant from, int workingDays) {
    return endOf(after(dayOf(from), workingDays));
  }

  /** The deadline that a day is, worked on or not. */
  static Instant endOf(LocalDate day) {
    return day.atTime(END_OF_DAY).atZone(ZONE).toInstant();
  }

  /**
   * The first instant of the working day that comes so many working days before a deadline's own.
   *
   * @param workingDays 0 to 1,000
   */
  public Instant before(Instant deadline, int workingDays) {
    requireCountable(workingDays);
    LocalDate day = dayOf(deadline);
    int left = workingDays;
    while (left > 0 || !works(day)) {
      day = day.minusDays(1);
      if (left > 0 && works(day)) {
        left--;
      }
    }
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The working day so many working days after a day. */
  LocalDate after(LocalDate from, int workingDays) {
    requireCountable(workingDays);
    LocalDate day = from;
    int left = workingDays;
    while (left > 0 || !works(day)) {
      day = day.plusDays(1);
      if (left > 0 && works(day)) {
        left--;
      }
    }
    return day;
  }

  private static void requireCountable(int workingDays) {
    if (workingDays < 0 || workingDays > LIMIT) {
      throw new IllegalArgumentException("Working days are 0 to 1000, not " + workingDays);
    }
  }

  /**
   * How many working days lie after the day of the one instant, up to and with the day of the
   * other; negative if that one is the earlier.
   */
  public int workingDaysBetween(Instant from, Instant to) {
    LocalDate first = dayOf(from);
    LocalDate last = dayOf(to);
    if (last.isBefore(first)) {
      return -between(last, first);
    }
    return between(first, last);
  }

  private int between(LocalDate first, LocalDate last) {
    return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::works).count();
  }

  /** Whether the holidays of every year of a span are announced. */
  public boolean knows(Instant from, Instant to) {
    for (int year = dayOf(from).getYear(); year <= dayOf(to).getYear(); year++) {
      if (!announced.contains(year)) {
        return false;
      }
    }
    return true;
  }

  /** The day of an instant where the province is. */
  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }
}
