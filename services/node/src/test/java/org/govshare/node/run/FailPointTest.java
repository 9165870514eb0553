package org.govshare.node.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailPointTest {
  @TempDir private Path directory;

  @Test
  void onlyTheOrderedPassOfTheOrderedPointIsTheLast() throws IOException {
    Path order = directory.resolve("order");
    assertFalse(FailPoint.ROWS_AFTER_COMMIT.ordered(order));
    Files.writeString(order, "rows-after-commit 3\n");

    assertFalse(FailPoint.ROWS_AFTER_COMMIT.ordered(order));
    assertFalse(FailPoint.ROWS_BEFORE_COMMIT.ordered(order));
    assertFalse(FailPoint.ROWS_AFTER_COMMIT.ordered(order));
    assertTrue(FailPoint.ROWS_AFTER_COMMIT.ordered(order));
    assertFalse(Files.exists(order));
    assertFalse(FailPoint.ROWS_AFTER_COMMIT.ordered(order));
  }

  @Test
  void anOrderThatIsNoneIsPassedOver() throws IOException {
    Path order = Files.writeString(directory.resolve("order"), "rows-after-commit soon");

    assertFalse(FailPoint.ROWS_AFTER_COMMIT.ordered(order));
    assertEquals("rows-after-commit", FailPoint.ROWS_AFTER_COMMIT.label());
  }

  @Test
  void withoutAnOrderNothingHappens() {
    for (FailPoint point : FailPoint.values()) {
      point.pass();
    }
  }
}
