package org.govshare.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchRowTest {

  @Test
  void theRatioIsTheMedianOfTheRoundsRatios() {
    BenchRow row =
        BenchRow.of(
            "full-copy",
            "rows/s",
            "psql",
            List.of(
                new BenchRow.Round(50, 100),
                new BenchRow.Round(90, 100),
                new BenchRow.Round(10, 10)));

    assertEquals(0.9, row.ratio());
    assertEquals(50, row.figure());
    assertEquals("psql: 100 rows/s", row.baseline());
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertEquals(2.5, BenchRow.median(List.of(4.0, 1.0, 3.0, 2.0)));
  }
}
