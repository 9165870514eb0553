package org.govshare.exchange.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.schedule.TimeWindow.Days;
import org.junit.jupiter.api.Test;

/** Time windows; 2026-11-23 is a Monday. */
class OpenHoursTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final OpenHours hours = new OpenHours(new FixedCalendar());

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static TimeWindow window(Days days, String from, String to) {
    return new TimeWindow(days, LocalTime.parse(from), LocalTime.parse(to));
  }

  private Instant opening(TimeWindow window, String from) {
    return hours.nextOpening(List.of(window), at(from)).orElseThrow();
  }

  @Test
  void noWindowIsAlwaysOpen() {
    assertThat(hours.open(List.of(), at("2026-11-23T12:00"))).isTrue();
  }

  @Test
  void aWindowOverMidnightIsOpenOnBothSidesOfIt() {
    TimeWindow night = window(Days.EVERY_DAY, "20:00", "06:00");

    assertThat(hours.open(List.of(night), at("2026-11-23T20:00"))).isTrue();
    assertThat(hours.open(List.of(night), at("2026-11-24T05:59:59"))).isTrue();
    assertThat(hours.open(List.of(night), at("2026-11-24T06:00"))).isFalse();
    assertThat(opening(night, "2026-11-24T06:00")).isEqualTo(at("2026-11-24T20:00"));
  }

  @Test
  void fromAndToAlikeIsTheWholeDay() {
    TimeWindow always = window(Days.WORKING_DAYS, "00:00", "00:00");

    assertThat(hours.open(List.of(always), at("2026-11-23T23:59:59"))).isTrue();
    assertThat(opening(always, "2026-11-28T00:00")).isEqualTo(at("2026-11-30T00:00"));
  }

  @Test
  void aFridayNightReachesIntoSaturday() {
    TimeWindow night = window(Days.WORKING_DAYS, "20:00", "06:00");

    assertThat(hours.open(List.of(night), at("2026-11-28T05:00"))).isTrue();
    assertThat(opening(night, "2026-11-28T06:00")).isEqualTo(at("2026-11-30T20:00"));
  }

  @Test
  void holidaysAndDaysMadeUpForCount() {
    TimeWindow day = window(Days.WORKING_DAYS, "09:00", "17:00");

    // 25 November is off, Saturday 5 December is worked on.
    assertThat(opening(day, "2026-11-25T10:00")).isEqualTo(at("2026-11-26T09:00"));
    assertThat(opening(day, "2026-11-27T17:00")).isEqualTo(at("2026-11-30T09:00"));
    assertThat(opening(day, "2026-12-04T17:00")).isEqualTo(at("2026-12-05T09:00"));
    TimeWindow off = window(Days.DAYS_OFF, "09:00", "17:00");
    assertThat(opening(off, "2026-11-23T10:00")).isEqualTo(at("2026-11-25T09:00"));
  }

  @Test
  void theNextOpeningIsTheFirstMinuteAtWhichItIsOpen() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<TimeWindow> windows = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        windows.add(
            new TimeWindow(
                Days.values()[random.nextInt(3)],
                LocalTime.ofSecondOfDay(random.nextInt(1440) * 60L),
                LocalTime.ofSecondOfDay(random.nextInt(1440) * 60L)));
      }
      Instant from = at("2026-11-20T00:00").plusSeconds(random.nextInt(20_000) * 60L);
      Instant opening = hours.nextOpening(windows, from).orElseThrow();
      assertThat(hours.open(windows, opening)).as("seed %d, %s", seed, windows).isTrue();
      for (Instant minute = from; minute.isBefore(opening); minute = minute.plusSeconds(600)) {
        assertThat(hours.open(windows, minute)).as("seed %d, %s", seed, windows).isFalse();
      }
    }
  }

  /** A calendar with one holiday and one Saturday that is worked on. */
  private static final class FixedCalendar implements ExchangeConfig, ExchangeConfig.Calendar {

    @Override
    public ZoneId zone() {
      return ZONE;
    }

    @Override
    public Optional<Set<LocalDate>> daysOff() {
      return Optional.of(Set.of(LocalDate.parse("2026-11-25")));
    }

    @Override
    public Optional<Set<LocalDate>> extraWorkingDays() {
      return Optional.of(Set.of(LocalDate.parse("2026-12-05")));
    }

    @Override
    public Calendar calendar() {
      return this;
    }

    @Override
    public java.time.Duration channelTimeout() {
      throw new UnsupportedOperationException();
    }

    @Override
    public GrantExpiry grantExpiry() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Faults faults() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SilentRuns silentRuns() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Receipts receipts() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Reconciliations reconciliations() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Dispatch dispatch() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Signing signing() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Lease lease() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Heads heads() {
      throw new UnsupportedOperationException();
    }
  }
}
