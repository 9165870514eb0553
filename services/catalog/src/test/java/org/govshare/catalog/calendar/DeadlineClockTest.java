package org.govshare.catalog.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.govshare.platform.identity.Roles;
import org.junit.jupiter.api.Test;

/** Starting, pausing and stopping one clock. */
class DeadlineClockTest {

  private static final WorkingDays CALENDAR = new WorkingDays(Map.of(), Set.of(2026));
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

  private static DeadlineClock started(int workingDays, int remindBefore, Instant at) {
    TimeLimit limit = new TimeLimit();
    limit.write(new TimeLimitInput(workingDays, remindBefore, "test"), "test", at);
    return new DeadlineClock(
        WaitingStep.of(
                Step.REQUEST_DECISION, UUID.randomUUID(), "title", "/", Roles.DEPARTMENT_REVIEWER)
            .within(LimitKind.PROVIDER_ANSWER),
        limit,
        CALENDAR,
        at);
  }

  private static Instant days(int number) {
    return MONDAY.plus(Duration.ofDays(number));
  }

  @Test
  void itIsDueSoonThenOverdue() {
    DeadlineClock clock = started(5, 1, MONDAY);
    assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-11-30T15:59:59Z"));
    assertThat(clock.stateAt(MONDAY)).isEqualTo(ClockState.ON_TIME);
    assertThat(clock.stateAt(days(3))).isEqualTo(ClockState.ON_TIME);
    assertThat(clock.stateAt(days(4))).isEqualTo(ClockState.DUE_SOON);
    assertThat(clock.stateAt(days(7))).isEqualTo(ClockState.DUE_SOON);
    assertThat(clock.stateAt(days(8))).isEqualTo(ClockState.OVERDUE);
  }

  @Test
  void doneIsInTimeOrLate() {
    DeadlineClock inTime = started(1, 0, MONDAY);
    inTime.stop(days(1));
    assertThat(inTime.stateAt(days(9))).isEqualTo(ClockState.DONE_IN_TIME);
    DeadlineClock late = started(1, 0, MONDAY);
    late.stop(days(2));
    assertThat(late.stateAt(days(9))).isEqualTo(ClockState.DONE_LATE);
  }

  @Test
  void withoutALimitNothingIsEverOverdue() {
    DeadlineClock clock =
        new DeadlineClock(
            WaitingStep.of(Step.RESOURCE_RETURNED, UUID.randomUUID(), "title", "/", "editor"),
            null,
            CALENDAR,
            MONDAY);
    clock.pause(CALENDAR, days(1));
    assertThat(clock.stateAt(days(2))).isEqualTo(ClockState.PAUSED);
    clock.resume(CALENDAR, days(3));
    assertThat(clock.stateAt(days(900))).isEqualTo(ClockState.ON_TIME);
  }

  @Test
  void aPauseGivesBackExactlyTheDaysThatWereLeft() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int limit = 1 + random.nextInt(30);
      Instant start = MONDAY.plusSeconds(random.nextInt(20 * 86_400));
      DeadlineClock clock = started(limit, random.nextInt(limit), start);
      Instant due = clock.dueAt();
      Instant paused = start.plusSeconds(random.nextInt(40 * 86_400));
      Instant resumed = paused.plusSeconds(random.nextInt(60 * 86_400));
      boolean late = paused.isAfter(due);
      int left = CALENDAR.workingDaysBetween(paused, due);
      clock.pause(CALENDAR, paused);
      clock.pause(CALENDAR, resumed);
      String told = "seed %d round %d".formatted(seed, round);
      assertThat(clock.view(resumed).dueAt()).as(told).isNull();
      assertThat(clock.view(resumed).daysLeft()).as(told).isEqualTo(late ? null : left);
      clock.resume(CALENDAR, resumed);
      assertThat(clock.dueAt())
          .as(told)
          .isEqualTo(late ? due : CALENDAR.deadline(resumed, left))
          .isAfterOrEqualTo(due);
    }
  }
}
