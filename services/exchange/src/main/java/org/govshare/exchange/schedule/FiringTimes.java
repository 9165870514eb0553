package org.govshare.exchange.schedule;

import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.govshare.exchange.ExchangeConfig;
import org.quartz.CronExpression;

/** Foretells when a schedule fires. */
@Singleton
class FiringTimes {

  private final ExchangeConfig.Calendar calendar;
  private final OpenHours hours;

  FiringTimes(ExchangeConfig config, OpenHours hours) {
    this.calendar = config.calendar();
    this.hours = hours;
  }

  /** A cron expression in the platform's time zone; empty if it is none. */
  Optional<CronExpression> cron(String text) {
    try {
      CronExpression expression = new CronExpression(text);
      expression.setTimeZone(TimeZone.getTimeZone(calendar.zone()));
      return Optional.of(expression);
    } catch (ParseException | RuntimeException notOne) {
      // Quartz throws both for what it cannot read.
      return Optional.empty();
    }
  }

  /**
   * The first firing after a moment.
   *
   * @param last the firing before, or when the schedule was made
   * @param after firings up to this moment are passed over
   */
  Optional<Instant> next(ScheduleDraft schedule, Instant last, Instant after) {
    return switch (schedule.kind()) {
      case CRON ->
          cron(schedule.cron())
              .map(it -> it.getNextValidTimeAfter(Date.from(after)))
              .map(Date::toInstant);
      case INTERVAL -> {
        Duration every = Duration.ofMinutes(schedule.everyMinutes());
        long steps = Math.max(0, Duration.between(last, after).dividedBy(every)) + 1;
        yield Optional.of(last.plus(every.multipliedBy(steps)));
      }
      case HAND, ARRIVAL -> Optional.empty();
    };
  }

  /**
   * The next firings, fewer if it fires less often.
   *
   * @param first the next one, or {@code null} if there is none
   */
  List<NextFiring> upcoming(ScheduleDraft schedule, Instant first, int count) {
    List<NextFiring> found = new ArrayList<>();
    Instant due = first;
    while (due != null && found.size() < count) {
      found.add(new NextFiring(due, hours.nextOpening(schedule.windows(), due).orElse(null)));
      due = next(schedule, due, due).orElse(null);
    }
    return List.copyOf(found);
  }
}
