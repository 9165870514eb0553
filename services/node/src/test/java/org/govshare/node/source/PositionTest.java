package org.govshare.node.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.govshare.node.run.RunFailure;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final UUID RUN = UUID.randomUUID();
  private static final List<String> KEY = List.of("企业7");

  @Test
  void collationsAreKeptBehindWhatOlderAgentsRead() {
    for (List<String> capture : new List[] {null, List.of("x")}) {
      Position plain = new Position(RUN, "1/1/5", KEY, KEY, capture);
      Position collated =
          new Position(RUN, "1/1/5", KEY, KEY, capture, List.of("id default zh_CN.UTF-8 - 2.36"));
      byte[] bytes = collated.encode();

      assertEquals(collated, Position.decode(bytes));
      assertArrayEquals(plain.encode(), java.util.Arrays.copyOf(bytes, plain.encode().length));
      assertNull(Position.decode(plain.encode()).collations());
      assertArrayEquals(
          plain.encode(), new Position(RUN, "1/1/5", KEY, KEY, capture, List.of()).encode());
    }
  }

  @Test
  void anotherVersionIsRefusedAndAnUnknownOneIsNot() {
    List<String> now = List.of("id default zh_CN.UTF-8 - 2.39");
    RunFailure refused =
        assertThrows(
            RunFailure.class,
            () -> KeyCollations.require(List.of("id default zh_CN.UTF-8 - 2.36"), now));
    assertEquals("collation-changed", refused.reason());
    assertDoesNotThrow(() -> KeyCollations.require(null, now));
    assertDoesNotThrow(() -> KeyCollations.require(now, List.copyOf(now)));
  }
}
