package org.govshare.platform.version;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.govshare.platform.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class ExpectedVersionTest {

  @Test
  void aTagReadIsATagWritten() {
    assertEquals(new ExpectedVersion(7), ExpectedVersion.of(ExpectedVersion.tag(7)));
  }

  @Test
  void aMissingVersionIsItsOwnProblem() {
    assertEquals(428, assertThrows(MissingVersion.class, () -> ExpectedVersion.of(null)).status());
    assertThrows(MissingVersion.class, () -> ExpectedVersion.of("  "));
  }

  @Test
  void anythingElseIsBadInput() {
    for (String header : List.of("*", "7", "W/\"7\"", "\"7\",\"8\"", "\"-1\"", "\"x\"", "\"\"")) {
      assertThrows(InvalidInput.class, () -> ExpectedVersion.of(header), header);
    }
  }

  @Test
  void anotherVersionIsStale() {
    assertDoesNotThrow(() -> new ExpectedVersion(3).check(3));
    assertEquals(
        412, assertThrows(StaleVersion.class, () -> new ExpectedVersion(3).check(4)).status());
  }
}
