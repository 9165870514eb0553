package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.guard.Departure;
import org.govshare.node.guard.Gate;
import org.govshare.node.guard.Hold;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.Test;

class HoldTest extends DatabaseTest {
  private static final int ROWS = 4_000;

  private final UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  private Gate gate() {
    return exchange.node("gs").gate();
  }

  private void hold(Hold.Kind kind, String name) throws Exception {
    gate().hold(new Hold(kind, name, "under review", "tester", Instant.now()));
  }

  private void startSlowly() throws Exception {
    People.insertMany(databases, ROWS);
    exchange.limits(new RunLimits(60_000L, null));
    exchange.startNodes();
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    exchange
        .centre()
        .await(
            "the first rows",
            event ->
                event.path("runId").asText().equals(run.toString())
                    && event.path("rows").asLong() > 0);
  }

  private List<JsonNode> told(String type) {
    return exchange.centre().events().stream()
        .filter(event -> event.path("type").asText().equals(type))
        .filter(event -> event.path("runId").asText().equals(run.toString()))
        .toList();
  }

  private void awaitTold(String type, int times) throws Exception {
    exchange.centre().await(times + " " + type, event -> told(type).size() >= times);
  }

  private List<Departure.Line> journal() throws Exception {
    List<Departure.Line> lines = new ArrayList<>();
    for (String line : gate().journal().last(100)) {
      lines.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Departure.Line.class));
    }
    return lines;
  }

  private long arrived() throws Exception {
    return Long.parseLong(databases.value("sw", "SELECT sum(run_rows) FROM govshare.channel"));
  }

  /** What was on its way when the hold came still arrives. */
  private void awaitArrived(long rows) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (arrived() < rows && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(rows, arrived());
  }

  private void completes() throws Exception {
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertTrue(
        exchange.centre().events().stream()
            .noneMatch(it -> it.path("state").asText().equals("FAILED")));
  }

  @Test
  void nothingLeavesAHeldTableFromThenOnAndOverARestart() throws Exception {
    startSlowly();
    hold(Hold.Kind.TABLE, "public.person");
    long sent = exchange.node("gs").sources().getFirst().departure().sent().rows();
    awaitTold("RunWithheld", 1);
    JsonNode told = told("RunWithheld").getFirst();
    assertEquals("held-by-provider", told.path("reason").asText());
    assertTrue(told.path("detail").asText().endsWith("under review"), told.toString());
    Departure.Line line = journal().getLast();
    assertEquals(Departure.WITHHELD, line.event());
    assertTrue(line.sent().rows() > 0 && line.sent().rows() < ROWS, line.toString());
    // The journal's line resets the count; the hold came before, and nothing was sent after it.
    assertTrue(sent == line.sent().rows() || sent == 0, sent + " " + line);
    awaitArrived(line.sent().rows());

    exchange.stopNode("gs");
    exchange.startNode("gs");
    awaitTold("RunWithheld", 2);
    // The centre insists; the node does not obey.
    exchange
        .centre()
        .command(
            "gs", exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS));
    awaitTold("RunWithheld", 3);
    assertEquals(line.sent().rows(), arrived());
    assertEquals("public.person", gate().holds().getFirst().name());
    assertEquals(
        List.of(channel), gate().waiting().stream().map(it -> it.command().channelId()).toList());

    exchange.limits(RunLimits.NONE);
    assertTrue(gate().lift(Hold.Kind.TABLE, "public.person"));
    awaitTold("RunReleased", 1);
    completes();
    assertEquals(Departure.STARTED, journal().getFirst().event());
    assertEquals("COMPLETED", journal().getLast().event());
    assertEquals(ROWS, journal().getLast().committedRows());
    assertTrue(gate().waiting().isEmpty());
  }

  @Test
  void aRunThatTheCentrePausesForItGoesOnWhenItIsAllowed() throws Exception {
    startSlowly();
    hold(Hold.Kind.SERVICE, "person-to-sw");
    awaitTold("RunWithheld", 1);
    exchange.centre().command("gs", new StopRun(run, channel, "paused"));
    exchange.awaitState(run, Side.SOURCE, "STOPPED");
    assertTrue(gate().lift(Hold.Kind.SERVICE, "person-to-sw"));
    awaitTold("RunReleased", 1);

    exchange.limits(RunLimits.NONE);
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    completes();
  }

  @Test
  void aRunThatIsStoppedForGoodWaitsForNothing() throws Exception {
    startSlowly();
    hold(Hold.Kind.RUN, run.toString());
    awaitTold("RunWithheld", 1);
    exchange.centre().command("gs", new StopRun(run, channel, "stopped"));
    exchange.awaitState(run, Side.SOURCE, "STOPPED");

    assertTrue(gate().waiting().isEmpty());
    assertEquals(List.of(), told("RunReleased"));
    assertNotEquals(Long.valueOf(ROWS), arrived());
  }

  @Test
  void otherTablesAndServicesAreNotStopped() throws Exception {
    People.insertMany(databases, 10);
    exchange.startNodes();
    hold(Hold.Kind.TABLE, "public.other");
    hold(Hold.Kind.SERVICE, "another");
    hold(Hold.Kind.RUN, UUID.randomUUID().toString());
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);

    completes();
    assertEquals(List.of(), told("RunWithheld"));
  }

  @Test
  void aHeldTableIsNotSummedEither() throws Exception {
    exchange.startNodes();
    hold(Hold.Kind.ALL, "");
    UUID question = UUID.randomUUID();
    exchange
        .centre()
        .command(
            "gs",
            new ComputeDigest(
                question,
                run,
                Side.SOURCE,
                "gs",
                "public",
                "person",
                List.of(new DigestColumn("id", "bigint", List.of())),
                List.of(),
                "c2FsdA=="));

    JsonNode answer =
        exchange
            .centre()
            .await(
                "an answer",
                event -> event.path("reconciliationId").asText().equals(question.toString()));
    assertEquals("DigestFailed", answer.path("type").asText());
    assertEquals("held-by-provider", answer.path("reason").asText());
  }
}
