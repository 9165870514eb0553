package org.govshare.catalog.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counting in working days. */
class WorkingDaysTest {

  private static final int ROUNDS = 2_000;

  /** The holidays about the national day of 2026, as announced. */
  private static final WorkingDays AUTUMN =
      new WorkingDays(
          days(
              "2026-09-20 WORKING_DAY",
              "2026-09-25 HOLIDAY",
              "2026-10-01 HOLIDAY",
              "2026-10-02 HOLIDAY",
              "2026-10-05 HOLIDAY",
              "2026-10-06 HOLIDAY",
              "2026-10-07 HOLIDAY",
              "2026-10-10 WORKING_DAY"),
          Set.of(2026));

  private static Map<LocalDate, DayKind> days(String... lines) {
    Map<LocalDate, DayKind> days = new HashMap<>();
    Arrays.stream(lines)
        .map(line -> line.split(" "))
        .forEach(parts -> days.put(LocalDate.parse(parts[0]), DayKind.valueOf(parts[1])));
    return days;
  }

  @Test
  void theFirstDayDoesNotCountAndWeekendsNeither() {
    assertThat(AUTUMN.deadline(Instant.parse("2026-11-23T02:00:00Z"), 5))
        .isEqualTo(Instant.parse("2026-11-30T15:59:59Z"));
    assertThat(AUTUMN.deadline(Instant.parse("2026-11-20T02:00:00Z"), 1))
        .isEqualTo(Instant.parse("2026-11-23T15:59:59Z"));
  }

  @Test
  void theDayIsTheOneInShanghai() {
    // 16:30 in Greenwich is already Tuesday there.
    assertThat(AUTUMN.deadline(Instant.parse("2026-11-23T16:30:00Z"), 1))
        .isEqualTo(Instant.parse("2026-11-25T15:59:59Z"));
  }

  @Test
  void holidaysAreLeftOutAndDaysWorkedInExchangeCount() {
    // 30 September; 8, 9 and Saturday the 10th of October are worked on.
    assertThat(AUTUMN.deadline(Instant.parse("2026-09-30T01:00:00Z"), 3))
        .isEqualTo(Instant.parse("2026-10-10T15:59:59Z"));
    assertThat(AUTUMN.works(LocalDate.parse("2026-09-20"))).isTrue();
    assertThat(AUTUMN.works(LocalDate.parse("2026-09-25"))).isFalse();
    assertThat(
            AUTUMN.workingDaysBetween(
                Instant.parse("2026-09-30T01:00:00Z"), Instant.parse("2026-10-10T01:00:00Z")))
        .isEqualTo(3);
  }

  @Test
  void aSpanIntoAYearNotAnnouncedIsToldApart() {
    Instant december = Instant.parse("2026-12-30T01:00:00Z");
    assertThat(AUTUMN.knows(december, AUTUMN.deadline(december, 1))).isTrue();
    assertThat(AUTUMN.knows(december, AUTUMN.deadline(december, 2))).isFalse();
  }

  @Test
  void deadlinesNeverEndOnADayOffAndNeverComeEarlier() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      WorkingDays calendar = calendar(random);
      Instant from = instant(random);
      int days = 1 + random.nextInt(60);
      Instant due = calendar.deadline(from, days);
      Instant later = from.plusSeconds(random.nextInt(40 * 86_400));
      String told = "seed %d round %d: %s + %d".formatted(seed, round, from, days);
      assertThat(calendar.works(WorkingDays.dayOf(due))).as(told).isTrue();
      assertThat(due).as(told).isAfterOrEqualTo(from);
      assertThat(calendar.deadline(from, days + 1)).as(told).isAfter(due);
      assertThat(calendar.deadline(later, days)).as(told).isAfterOrEqualTo(due);
    }
  }

  @Test
  void spansAddUpAndAreCountedBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      WorkingDays calendar = calendar(random);
      Instant from = instant(random);
      int first = 1 + random.nextInt(30);
      int second = random.nextInt(30);
      String told = "seed %d round %d: %s + %d + %d".formatted(seed, round, from, first, second);
      Instant half = calendar.deadline(from, first);
      Instant whole = calendar.deadline(from, first + second);
      assertThat(calendar.deadline(half, second)).as(told).isEqualTo(whole);
      assertThat(calendar.workingDaysBetween(from, whole)).as(told).isEqualTo(first + second);
      assertThat(calendar.workingDaysBetween(whole, from)).as(told).isEqualTo(-first - second);
      assertThat(WorkingDays.dayOf(calendar.before(whole, second)))
          .as(told)
          .isEqualTo(WorkingDays.dayOf(half));
    }
  }

  private static Instant instant(Random random) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(500 * 86_400));
  }

  /** Some weekdays off and some weekends worked on, as no year has them. */
  private static WorkingDays calendar(Random random) {
    Map<LocalDate, DayKind> days = new HashMap<>();
    for (int i = 0; i < random.nextInt(80); i++) {
      LocalDate day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(600));
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      days.put(day, weekend && random.nextBoolean() ? DayKind.WORKING_DAY : DayKind.HOLIDAY);
    }
    return new WorkingDays(days, Set.of(2026, 2027));
  }
}
