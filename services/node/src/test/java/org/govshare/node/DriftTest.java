package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.ExpectedColumn;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.Test;

class DriftTest extends DatabaseTest {
  private final UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  private static List<ExpectedColumn> people() {
    List<ExpectedColumn> expected = new ArrayList<>();
    People.COLUMNS.forEach(
        column ->
            expected.add(
                new ExpectedColumn(
                    column.target(),
                    column.targetType(),
                    !column.target().equals("id") && !column.target().equals("changed_at"))));
    return expected;
  }

  private StartRun command(Side side) {
    return exchange
        .command(side, run, channel, TransferMode.FULL, People.COLUMNS)
        .expecting(people());
  }

  private void start() throws Exception {
    exchange.centre().command("sw", command(Side.TARGET));
    exchange.centre().command("gs", command(Side.SOURCE));
  }

  private JsonNode drift(Side side) throws InterruptedException {
    return exchange
        .centre()
        .await(
            "drift of " + side,
            event ->
                event.path("type").asText().equals("SchemaDrifted")
                    && event.path("runId").asText().equals(run.toString())
                    && event.path("side").asText().equals(side.name()))
        .get("differences");
  }

  private static String words(JsonNode difference) {
    return String.join(
        " ",
        difference.path("kind").asText(),
        difference.path("column").asText(),
        difference.path("expected").asText(),
        difference.path("found").asText());
  }

  private void completes() throws Exception {
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
  }

  @Test
  void aSourceThatDiffersSendsNothingUntilItIsPutRight() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("gs", "ALTER TABLE public.person RENAME COLUMN remark TO note");
    databases.execute("gs", "ALTER TABLE public.person ALTER COLUMN amount TYPE numeric(20,3)");
    exchange.startNodes();
    start();

    JsonNode differences = drift(Side.SOURCE);
    List<String> words = new ArrayList<>();
    differences.forEach(it -> words.add(words(it)));
    assertEquals(
        List.of(
            "TYPE_CHANGED amount numeric(18,2) numeric(20,3)",
            "COLUMN_REMOVED remark text null",
            "COLUMN_ADDED note null text"),
        words);
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
    databases.execute("gs", "ALTER TABLE public.person RENAME COLUMN note TO remark");
    databases.execute("gs", "ALTER TABLE public.person ALTER COLUMN amount TYPE numeric(18,2)");

    completes();
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aColumnThatTheRunDoesNotUseDoesNotHoldItUp() throws Exception {
    People.insertMany(databases, 10);
    databases.execute(
        "gs", "ALTER TABLE public.person ADD COLUMN extra_source text NOT NULL" + " DEFAULT ''");
    databases.execute(
        "sw", "ALTER TABLE public.person ADD COLUMN extra_target int NOT NULL" + " DEFAULT 0");
    databases.execute("sw", "ALTER TABLE public.person ADD COLUMN serial bigserial");
    exchange.startNodes();
    start();

    completes();
    assertEquals("10", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void aTargetColumnThatMustBeFilledAndIsNotHoldsTheRunUp() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("sw", "ALTER TABLE public.person ADD COLUMN duty text NOT NULL");
    exchange.startNodes();
    start();

    assertEquals("COLUMN_ADDED duty null text NOT NULL", words(drift(Side.TARGET).get(0)));
    databases.execute("sw", "ALTER TABLE public.person DROP COLUMN duty");
    completes();
  }

  @Test
  void aLostKeyAndNewNullsHoldTheRunUp() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("gs", "ALTER TABLE public.person DROP CONSTRAINT person_pkey");
    databases.execute("gs", "ALTER TABLE public.person ALTER COLUMN changed_at DROP NOT NULL");
    exchange.startNodes();
    start();

    List<String> words = new ArrayList<>();
    drift(Side.SOURCE).forEach(it -> words.add(words(it)));
    assertTrue(words.contains("KEY_LOST id UNIQUE null"), words.toString());
    assertTrue(words.contains("NULLABILITY_CHANGED changed_at NOT NULL NULL"), words.toString());
  }

  @Test
  void aTargetThatIsChangedInMidRunPausesItAndItGoesOnFromThere() throws Exception {
    People.insertMany(databases, 4_000);
    exchange.limits(new RunLimits(60_000L, null));
    exchange.startNodes();
    start();
    exchange
        .centre()
        .await(
            "the first rows",
            event ->
                event.path("runId").asText().equals(run.toString())
                    && event.path("rows").asLong() > 0);
    databases.execute("sw", "ALTER TABLE public.person ALTER COLUMN remark TYPE varchar(500)");

    assertEquals(
        "TYPE_CHANGED remark text character varying(500)", words(drift(Side.TARGET).get(0)));
    // What the centre does: the source holds still, and both go on when somebody says so.
    exchange.centre().command("gs", new StopRun(run, channel, "paused"));
    exchange.awaitState(run, Side.SOURCE, "STOPPED");
    databases.execute("sw", "ALTER TABLE public.person ALTER COLUMN remark TYPE text");
    exchange.limits(RunLimits.NONE);
    start();

    completes();
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertTrue(
        exchange.centre().events().stream()
            .noneMatch(
                it ->
                    it.path("runId").asText().equals(run.toString())
                        && it.path("state").asText().equals("FAILED")));
  }
}
