package org.govshare.exchange.schedule;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.exchange.ExchangeConfig;

/** Tells when time windows are open. No window at all means always. */
@Singleton
public class OpenHours {

  /** Longer than any row of days off. */
  private static final int DAYS_AHEAD = 60;

  private final ExchangeConfig.Calendar calendar;

  OpenHours(ExchangeConfig config) {
    this.calendar = config.calendar();
  }

  /** Whether one of the windows is open. */
  public boolean open(List<TimeWindow> windows, Instant at) {
    return nextOpening(windows, at).filter(at::equals).isPresent();
  }

  /** The first moment, not before {@code from}, at which a window is open. */
  public Optional<Instant> nextOpening(List<TimeWindow> windows, Instant from) {
    if (windows.isEmpty()) {
      return Optional.of(from);
    }
    LocalDate today = from.atZone(calendar.zone()).toLocalDate();
    // Yesterday's may reach into today.
    for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      Optional<Instant> first =
          windows.stream()
              .filter(window -> begins(window, day))
              .flatMap(window -> opening(window, day, from).stream())
              .min(Instant::compareTo);
      // A later day's window cannot open before one of an earlier day.
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> opening(TimeWindow window, LocalDate day, Instant from) {
    ZonedDateTime begin = day.atTime(window.from()).atZone(calendar.zone());
    LocalDate last = window.overMidnight() ? day.plusDays(1) : day;
    Instant end = last.atTime(window.to()).atZone(calendar.zone()).toInstant();
    if (!end.isAfter(from)) {
      return Optional.empty();
    }
    return Optional.of(begin.toInstant().isAfter(from) ? begin.toInstant() : from);
  }

  private boolean begins(TimeWindow window, LocalDate day) {
    return switch (window.days()) {
      case EVERY_DAY -> true;
      case WORKING_DAYS -> working(day);
      case DAYS_OFF -> !working(day);
    };
  }

  private boolean working(LocalDate day) {
    if (calendar.extraWorkingDays().orElse(Set.of()).contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !calendar.daysOff().orElse(Set.of()).contains(day);
  }
}
