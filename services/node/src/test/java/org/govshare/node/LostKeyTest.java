package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source whose machine was lost and that was taken in again with keys of its own. */
class LostKeyTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
    People.insertMany(databases, 300);
  }

  private JsonNode run(TransferMode mode) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, mode, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  private void lose(String node) throws Exception {
    exchange.stopNode(node);
    exchange.forgetKeys(node);
    try (Stream<Path> files = Files.walk(exchange.state(node))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    exchange.startNode(node);
  }

  private void refusedUntilAnew(TransferMode mode) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, mode, People.COLUMNS);
    JsonNode failed = exchange.awaitState(run, Side.SOURCE, "FAILED");
    assertEquals("position-unreadable", failed.get("reason").asText());
    assertTrue(failed.get("detail").asText().contains("anew=true"), failed.toString());
    exchange.anew(true);
  }

  private void same() throws Exception {
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aFullCopyStartsOver() throws Exception {
    run(TransferMode.FULL);
    lose("gs");
    databases.execute("gs", "UPDATE public.person SET name = 'new' WHERE id < 8");

    assertEquals(300, run(TransferMode.FULL).get("rows").asLong());
    same();
  }

  @Test
  void incrementsStartOverWhenToldTo() throws Exception {
    run(TransferMode.INCREMENT);
    lose("gs");
    databases.execute(
        "gs", "UPDATE public.person SET name = 'new', changed_at = clock_timestamp() WHERE id < 8");
    refusedUntilAnew(TransferMode.INCREMENT);

    assertEquals(300, run(TransferMode.INCREMENT).get("rows").asLong());
    exchange.anew(false);
    assertEquals(0, run(TransferMode.INCREMENT).get("rows").asLong());
    same();
  }

  @Test
  void incrementsStartOverAfterAFullCopy() throws Exception {
    run(TransferMode.INCREMENT);
    lose("gs");

    run(TransferMode.FULL);
    assertEquals(300, run(TransferMode.INCREMENT).get("rows").asLong());
    same();
  }

  @Test
  void changeCaptureTakesANewSnapshotWhenToldTo() throws Exception {
    run(TransferMode.CAPTURE);
    lose("gs");
    databases.execute("gs", "DELETE FROM public.person WHERE id < 8");
    refusedUntilAnew(TransferMode.CAPTURE);

    assertEquals(294, run(TransferMode.CAPTURE).get("rows").asLong());
    exchange.anew(false);
    databases.execute("gs", "DELETE FROM public.person WHERE id = 9");
    assertEquals(1, run(TransferMode.CAPTURE).get("rows").asLong());
    same();
  }

  @Test
  void aTargetGoesOnWithWhatItsDatabaseHolds() throws Exception {
    run(TransferMode.INCREMENT);
    lose("sw");
    databases.execute(
        "gs", "UPDATE public.person SET name = 'new', changed_at = clock_timestamp() WHERE id < 8");

    assertEquals(7, run(TransferMode.INCREMENT).get("rows").asLong());
    same();
  }
}
