package org.govshare.protocol.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeathOrderTest {

  private enum Step {
    ROWS_AFTER_COMMIT
  }

  @TempDir private Path directory;

  @Test
  void onlyTheOrderedPassOfTheOrderedStepIsTheLast() throws IOException {
    Path order = directory.resolve("order");
    assertFalse(DeathOrder.given(order, "rows-after-commit"));
    Files.writeString(order, "rows-after-commit 3\n");

    assertFalse(DeathOrder.given(order, "rows-after-commit"));
    assertFalse(DeathOrder.given(order, "rows-before-commit"));
    assertFalse(DeathOrder.given(order, "rows-after-commit"));
    assertTrue(DeathOrder.given(order, "rows-after-commit"));
    assertFalse(Files.exists(order));
    assertFalse(DeathOrder.given(order, "rows-after-commit"));
  }

  @Test
  void anOrderThatIsNoneIsPassedOver() throws IOException {
    Path order = Files.writeString(directory.resolve("order"), "rows-after-commit soon");

    assertFalse(DeathOrder.given(order, "rows-after-commit"));
    assertEquals("rows-after-commit", DeathOrder.label(Step.ROWS_AFTER_COMMIT));
  }

  @Test
  void withoutAnOrderNothingHappens() {
    DeathOrder.pass(Step.ROWS_AFTER_COMMIT);
  }
}
