package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.run.EngineSettings;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.frame.FrameCodec;
import org.junit.jupiter.api.Test;

/** More channels than a process has memory for at once. */
class ManyChannelsTest extends DatabaseTest {
  private static final int RUNS = 10;
  private static final int LANES = 3;

  @Test
  void allFinishInTurn() throws Exception {
    // One frame at a time.
    exchange.settings(
        new EngineSettings(
            FrameCodec.MAXIMUM_PLAIN,
            8,
            2L * FrameCodec.MAXIMUM_PLAIN,
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofMillis(50),
            Duration.ofMillis(400)));
    People.insertMany(databases, 300);
    exchange.startNodes();
    List<UUID> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      UUID run = UUID.randomUUID();
      runs.add(run);
      exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    }
    UUID laned = UUID.randomUUID();
    List<UUID> channels = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    for (int lane = 1; lane <= LANES; lane++) {
      exchange.start(
          laned,
          "sw",
          TransferMode.FULL,
          People.COLUMNS,
          new Lane(lane, LANES, channels, List.of()),
          0);
    }

    for (UUID run : runs) {
      exchange.awaitState(run, Side.SOURCE, "COMPLETED");
      exchange.awaitState(run, Side.TARGET, "COMPLETED");
    }
    for (UUID channel : channels) {
      exchange.awaitState(laned, channel, Side.SOURCE, "COMPLETED");
    }
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }
}
