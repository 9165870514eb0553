package org.govshare.platform.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  @Test
  void anIdentifierFromOutsideIsKept() {
    assertEquals("abc-123.DEF_4", Correlation.begin("abc-123.DEF_4"));
    assertEquals("abc-123.DEF_4", Correlation.current());
  }

  @Test
  void whatDoesNotBelongInALogIsReplaced() {
    for (String offered : List.of("short", "x".repeat(65), "line\nbreak-here", "spaces in it ok")) {
      assertNotEquals(offered, Correlation.begin(offered));
    }
    assertEquals(36, Correlation.begin(null).length());
  }
}
