package org.govshare.node.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarliestPositionTest {
  private final UUID run = UUID.randomUUID();

  private static Position at(String system, String watermark, String key) {
    return new Position(
        UUID.randomUUID(), system, null, watermark == null ? null : List.of(watermark, key), null);
  }

  @Test
  void itIsJustBeforeTheEarliestWatermark() {
    Position earliest =
        EarliestPosition.of(
            run,
            List.of(
                at("a", "2026-03-01 00:00:00.000000+00", "9"),
                at("a", "2025-12-31 23:59:59.999999+00", "zz"),
                at("a", "2026-01-01 00:00:00.000000+00", "1")));

    assertEquals(List.of("2025-12-31 23:59:59.999998+00", "zz"), earliest.increment());
    assertEquals("a", earliest.system());
    assertEquals(run, earliest.run());
  }

  @Test
  void itGoesBackOverTheYear() {
    Position earliest =
        EarliestPosition.of(run, List.of(at("a", "2026-01-01 00:00:00.000000", "1")));

    assertEquals(List.of("2025-12-31 23:59:59.999999", "1"), earliest.increment());
  }

  @Test
  void whatCannotBeComparedBeginsAnew() {
    Position plain = at("a", "2026-01-01 00:00:00.000000+00", "1");
    for (Position other :
        List.of(
            at("a", null, null),
            at("b", "2026-01-01 00:00:00.000000+00", "1"),
            at("a", "infinity", "1"),
            at("a", "0044-03-15 00:00:00.000000+00 BC", "1"),
            at("a", "10000-01-01 00:00:00.000000+00", "1"))) {
      assertNull(EarliestPosition.of(run, List.of(plain, other)).increment());
    }
    assertNull(EarliestPosition.of(run, List.of()).increment());
  }
}
