package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalTest extends DatabaseTest {
  private final UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void rows() throws Exception {
    People.insertMany(databases, 10);
  }

  private JsonNode failure(Side side) throws Exception {
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    return exchange.awaitState(run, side, "FAILED");
  }

  @Test
  void aTableThatIsNotOnTheReadListIsNotRead() throws Exception {
    exchange.dataSource(
        "gs", databases.dataSource("gs", "postgres", List.of("public.other"), List.of()));
    exchange.startNodes();

    assertEquals("not-allowed", failure(Side.SOURCE).get("reason").asText());
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void beingOnTheReadListDoesNotAllowWriting() throws Exception {
    exchange.dataSource(
        "sw", databases.dataSource("sw", "postgres", List.of("public.person"), List.of()));
    exchange.startNodes();

    assertEquals("not-allowed", failure(Side.TARGET).get("reason").asText());
    assertNull(databases.value("sw", "SELECT to_regclass('govshare.channel')"));
  }

  @Test
  void anUnknownDataSourceIsRefused() throws Exception {
    exchange.startNodes();
    StartRun good = exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS);
    exchange
        .centre()
        .command(
            "gs",
            new StartRun(
                run,
                channel,
                good.serviceId(),
                good.serviceCode(),
                good.domain(),
                Side.SOURCE,
                TransferMode.FULL,
                good.suite(),
                good.peerNode(),
                good.peerSigningKey(),
                good.peerAgreementKey(),
                "elsewhere",
                "public",
                "person",
                good.columns(),
                good.keyColumns(),
                good.targetKeyColumns(),
                null,
                List.of(),
                null,
                good.limits()));

    assertEquals(
        "data-source-unknown",
        exchange.awaitState(run, Side.SOURCE, "FAILED").get("reason").asText());
  }

  @Test
  void aTargetColumnThatHasAnotherTypeFailsTheRunAtBothEnds() throws Exception {
    databases.execute("sw", "ALTER TABLE public.person ALTER COLUMN amount TYPE numeric(20,3)");
    exchange.startNodes();

    assertEquals("schema-drift", failure(Side.SOURCE).get("reason").asText());
    assertEquals(
        "schema-drift", exchange.awaitState(run, Side.TARGET, "FAILED").get("reason").asText());
  }

  @Test
  void aColumnThatTheSourceLacksFailsTheRun() throws Exception {
    databases.execute("gs", "ALTER TABLE public.person DROP COLUMN tags");
    exchange.startNodes();

    JsonNode failed = failure(Side.SOURCE);
    assertEquals("column-missing", failed.get("reason").asText());
    assertTrue(failed.get("detail").asText().contains("tags"));
  }

  @Test
  void aKeyThatIsNotUniqueIsRefused() throws Exception {
    databases.execute("gs", "ALTER TABLE public.person DROP CONSTRAINT person_pkey");
    exchange.startNodes();

    assertEquals("key-missing", failure(Side.SOURCE).get("reason").asText());
  }

  @Test
  void textThatIsTooLongIsRefusedAndNotCutOff() throws Exception {
    databases.execute("gs", "ALTER TABLE public.person ALTER COLUMN name TYPE text");
    databases.execute("gs", "UPDATE public.person SET name = repeat('长', 201) WHERE id = 7");
    exchange.startNodes();

    JsonNode failed = failure(Side.TARGET);
    assertEquals("value-refused", failed.get("reason").asText());
    assertFalse(failed.get("detail").asText().contains("长"), "no value leaves the node");
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void aRowThatViolatesAConstraintFailsTheRun() throws Exception {
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount < 5)");
    exchange.startNodes();

    JsonNode failed = failure(Side.TARGET);
    assertEquals("constraint-violated", failed.get("reason").asText());
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void aTypeThatIsNoTypeIsNotPutIntoAStatement() throws Exception {
    exchange.startNodes();
    List<MappedColumn> columns =
        List.of(
            new MappedColumn("id", "id", "bigint"),
            new MappedColumn("name", "name", "text) FROM x; DROP TABLE person; --"));
    exchange.start(run, channel, TransferMode.FULL, columns);

    exchange.awaitState(run, Side.SOURCE, "FAILED");
    assertEquals("10", databases.value("gs", "SELECT count(*) FROM public.person"));
  }

  @Test
  void aStoppedRunEndsAtBothEndsAndAnotherOneRuns() throws Exception {
    exchange.startNode("gs");
    exchange
        .centre()
        .command(
            "gs", exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS));
    exchange.awaitState(run, Side.SOURCE, "RUNNING");
    exchange.centre().command("gs", new StopRun(run, channel, "asked by the operator"));

    JsonNode stopped = exchange.awaitState(run, Side.SOURCE, "STOPPED");
    assertEquals("asked by the operator", stopped.get("detail").asText());
    exchange.startNode("sw");
    UUID next = UUID.randomUUID();
    exchange.start(next, channel, TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(next, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }
}
