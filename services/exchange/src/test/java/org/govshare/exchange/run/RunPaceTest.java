package org.govshare.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunPaceTest {

  /** The node's clock is an hour ahead: only spans count. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static RunPace.Sample sample(long second, long rows) {
    return new RunPace.Sample(START.plus(AHEAD).plusSeconds(second), rows, rows * 100);
  }

  private static RunPace heard(RunPace pace, long second, long rows) {
    return pace.heard(sample(second, rows), START.plusSeconds(second));
  }

  @Test
  void oneWordIsNoRate() {
    assertThat(RunPace.NONE.rate(START)).isNull();
    assertThat(heard(RunPace.NONE, 0, 10).rate(START)).isNull();
  }

  @Test
  void theRateIsThatOfTheLastHalfMinute() {
    RunPace pace = RunPace.NONE;
    for (int second = 0; second <= 60; second++) {
      pace = heard(pace, second, second * 500L);
    }
    for (int second = 61; second <= 120; second++) {
      pace = heard(pace, second, 30_000 + (second - 60) * 20L);
    }

    assertThat(pace.rate(START.plusSeconds(120))).isEqualTo(new RunPace.Rate(20, 2_000));
    assertThat(pace.samples().size()).isLessThanOrEqualTo(18);
  }

  @Test
  void frameAfterFrameWithLongPausesHasARateToo() {
    RunPace pace = RunPace.NONE;
    for (int frame = 0; frame <= 5; frame++) {
      pace = heard(pace, frame * 45L, frame * 9_000L);
    }

    assertThat(pace.rate(START.plusSeconds(225))).isEqualTo(new RunPace.Rate(200, 20_000));
  }

  @Test
  void silenceSlowsItDownToNothing() {
    RunPace pace = heard(heard(RunPace.NONE, 0, 0), 10, 1_000);

    assertThat(pace.rate(START.plusSeconds(11)).rows()).isEqualTo(100);
    assertThat(pace.rate(START.plusSeconds(20)).rows()).isEqualTo(50);
    assertThat(pace.rate(START.plusSeconds(41)).rows()).isZero();
  }

  @Test
  void aWordThatComesLateSaysNothingNew() {
    RunPace pace = heard(heard(RunPace.NONE, 0, 0), 10, 1_000);

    assertThat(pace.heard(sample(5, 400), START.plusSeconds(12))).isSameAs(pace);
    assertThat(pace.heard(sample(10, 1_000), START.plusSeconds(12))).isSameAs(pace);
  }

  @Test
  void noEstimateLeadsToMoreThanTheWholeOrToNegativeTimes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long rows = random.nextInt(1_000);
      Long expected = random.nextInt(5) == 0 ? null : (long) random.nextInt(1_000);
      RunPace.Rate rate =
          random.nextInt(4) == 0
              ? null
              : new RunPace.Rate(random.nextInt(3) == 0 ? 0 : random.nextDouble() * 100, 1);
      ProgressView one = ProgressView.of(rows, expected, rate);
      ProgressView both = ProgressView.together(random.nextInt(500), rows, List.of(one, one));
      for (ProgressView view : List.of(one, both)) {
        String message = "seed " + seed + " " + view;
        if (view.percent() != null) {
          assertThat(view.percent()).as(message).isBetween(0, 100);
        }
        if (view.remainingRows() != null) {
          assertThat(view.remainingRows()).as(message).isNotNegative();
        }
        if (view.remainingSeconds() != null) {
          assertThat(view.remainingSeconds()).as(message).isNotNegative();
        }
      }
    }
  }

  @Test
  void whatIsStillToComeFollowsFromEstimateAndRate() {
    assertThat(ProgressView.of(250, 1_000L, new RunPace.Rate(50, 5_000)))
        .isEqualTo(new ProgressView(1_000L, 25, 750L, 15L, 50.0, 5_000.0));
    // It stands still: nobody knows how long.
    assertThat(ProgressView.of(250, 1_000L, new RunPace.Rate(0, 0)).remainingSeconds()).isNull();
    // The estimate is proven too small.
    assertThat(ProgressView.of(1_001, 1_000L, new RunPace.Rate(50, 5_000)))
        .isEqualTo(new ProgressView(1_000L, null, null, null, 50.0, 5_000.0));
    assertThat(ProgressView.of(1_001, null, null))
        .isEqualTo(new ProgressView(null, null, null, null, null, null));
  }

  @Test
  void aRunTakesAsLongAsItsSlowestChannel() {
    ProgressView slow = ProgressView.of(100, 1_000L, new RunPace.Rate(10, 100));
    ProgressView fast = ProgressView.of(900, 1_000L, new RunPace.Rate(100, 1_000));
    ProgressView unknown = ProgressView.of(5, null, null);

    assertThat(ProgressView.together(500, 1_000, List.of(slow, fast)))
        .isEqualTo(new ProgressView(2_500L, 60, 1_000L, 90L, 110.0, 1_100.0));
    assertThat(ProgressView.together(0, 105, List.of(slow, unknown)))
        .isEqualTo(new ProgressView(null, null, null, null, 10.0, 100.0));
  }
}
