package org.govshare.node.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void withoutALimitNothingWaits() {
    Pace pace = new Pace(null);
    assertEquals(0, pace.delay(Integer.MAX_VALUE, 0));
    assertEquals(0, pace.delay(Integer.MAX_VALUE, 0));
  }

  @Test
  void framesWaitForThoseBefore() {
    Pace pace = new Pace(1000L);
    assertEquals(0, pace.delay(500, 0));
    assertEquals(SECOND / 2, pace.delay(2000, 0));
    assertEquals(SECOND, pace.delay(1000, SECOND + SECOND / 2));
  }

  @Test
  void idleTimeIsNotSavedUp() {
    Pace pace = new Pace(1000L);
    assertEquals(0, pace.delay(1000, 0));
    assertEquals(0, pace.delay(1000, 60 * SECOND));
    assertEquals(SECOND, pace.delay(1000, 60 * SECOND));
  }

  @Test
  void aClockBelowZeroCountsAlike() {
    Pace pace = new Pace(1000L);
    assertEquals(0, pace.delay(1000, -5 * SECOND));
    assertEquals(SECOND, pace.delay(1000, -5 * SECOND));
  }
}
