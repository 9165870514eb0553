package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full copy into an empty table, so that a row applied twice would violate the key. */
class ResumeTest extends DatabaseTest {
  private static final int ROWS = 20_000;

  private final UUID run = UUID.randomUUID();

  @BeforeEach
  void startRun() throws Exception {
    People.insertMany(databases, ROWS);
    exchange.startNodes();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    awaitRows(ROWS / 10);
  }

  @AfterEach
  void everyRowIsThereOnceAndTheReceiptsProveIt() throws Exception {
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    List<Receipt> receipts = exchange.centre().receipts();
    Receipt before = null;
    for (Receipt receipt : receipts) {
      assertNull(receipt.breakAfter(before));
      before = receipt;
    }
    assertEquals(ROWS, before.runTotals().rows());
    assertEquals(
        Long.toString(before.sequence()),
        databases.value("sw", "SELECT count(*) FROM govshare.inbox"));
  }

  @Test
  void theSourceNodeEndsAndStartsAgain() throws Exception {
    exchange.stopNode("gs");
    exchange.startNode("gs");
  }

  @Test
  void theTargetNodeEndsAndStartsAgain() throws Exception {
    exchange.stopNode("sw");
    Thread.sleep(200);
    exchange.startNode("sw");
  }

  @Test
  void theRunIsPausedAndGoesOn() throws Exception {
    UUID channel =
        UUID.fromString(databases.value("sw", "SELECT channel_id FROM govshare.channel"));
    for (int i = 0; i < 3; i++) {
      int pauses = paused();
      exchange.centre().command("gs", new StopRun(run, channel, "paused"));
      awaitPaused(pauses + 1);
      long committed = committed();
      if (i == 1) {
        exchange.stopNode("gs");
        exchange.startNode("gs");
      }
      exchange
          .centre()
          .command(
              "gs", exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS));
      awaitRows((int) Math.min(ROWS, committed + 1));
    }
  }

  private int paused() {
    return (int)
        exchange.centre().events().stream()
            .filter(event -> event.path("state").asText().equals("STOPPED"))
            .count();
  }

  private void awaitPaused(int count) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (paused() < count) {
      assertTrue(Instant.now().isBefore(end), "the run is not paused");
      Thread.sleep(5);
    }
  }

  @Test
  void bothNodesEndAgainAndAgain() throws Exception {
    for (int i = 2; i < 6; i++) {
      exchange.stopNode("gs");
      exchange.stopNode("sw");
      exchange.startNode("sw");
      exchange.startNode("gs");
      awaitRows(ROWS / 10 * i);
    }
  }

  @Test
  void theSourcesConnectionToTheBrokerBreaks() throws Exception {
    exchange.node("gs").broker().cut();
    awaitRows(ROWS / 3);
    exchange.node("gs").broker().cut();
  }

  @Test
  void theTargetsConnectionToTheBrokerBreaks() throws Exception {
    exchange.node("sw").broker().cut();
    awaitRows(ROWS / 3);
    exchange.node("sw").broker().cut();
  }

  @Test
  void theBrokerRestarts() throws Exception {
    exchange.broker().stop();
    exchange.broker().start();
    exchange.centre().listen();
  }

  @Test
  void theTargetsDatabaseBreaksItsConnections() throws Exception {
    databases.breakConnections("sw");
    awaitRows(ROWS / 3);
    databases.breakConnections("sw");
  }

  @Test
  void theSourcesDatabaseBreaksItsConnections() throws Exception {
    databases.breakConnections("gs");
    awaitRows(ROWS / 3);
    databases.breakConnections("gs");
  }

  private void awaitRows(int rows) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (committed() < rows) {
      assertTrue(Instant.now().isBefore(end), "only " + committed() + " rows are committed");
      Thread.sleep(5);
    }
  }

  private long committed() throws Exception {
    String table = databases.value("sw", "SELECT to_regclass('govshare.channel')");
    String rows =
        table == null ? null : databases.value("sw", "SELECT run_rows FROM govshare.channel");
    return rows == null ? 0 : Long.parseLong(rows);
  }
}
