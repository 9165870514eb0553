package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Change capture to several targets, and rows of it that are sent again. */
class CaptureFanOutTest extends DatabaseTest {
  private static final String CHANGES = "SELECT count(*) FROM govshare_capture.change_1";
  private static final String READERS = "SELECT count(*) FROM govshare_capture.reader";

  private final UUID toFirst = UUID.randomUUID();
  private final UUID toOther = UUID.randomUUID();
  private List<RowCondition> filter = List.of();
  private UUID run;

  @BeforeEach
  void start() throws Exception {
    exchange.addTarget("rs");
    People.createTable(databases, "rs");
    exchange.startNodes();
    exchange.startNode("rs");
    People.insertMany(databases, 100);
  }

  private void begin(List<UUID> channels, List<List<String>> resent) throws Exception {
    run = UUID.randomUUID();
    CaptureOrder order = CaptureOrder.of(channels);
    exchange.capture(resent.isEmpty() ? order : order.resending(exchange.named(run, resent)));
    for (UUID channel : channels) {
      exchange.start(
          run,
          channel.equals(toFirst) ? "sw" : "rs",
          TransferMode.CAPTURE,
          People.COLUMNS,
          Lane.only(channel),
          0,
          filter);
    }
  }

  private long completed(UUID channel) throws Exception {
    exchange.awaitState(run, channel, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, channel, Side.SOURCE, "COMPLETED").get("rows").asLong();
  }

  private void both() throws Exception {
    begin(List.of(toFirst, toOther), List.of());
    completed(toFirst);
    completed(toOther);
  }

  private void same(String database) throws Exception {
    assertEquals(People.digest(databases, "gs"), People.digest(databases, database));
  }

  private String value(String sql) throws Exception {
    return databases.value("gs", sql);
  }

  @Test
  void aTargetThatIsDeadHoldsItsOwnChangesBackAndNothingElse() throws Exception {
    both();
    exchange.stopNode("rs");
    for (int round = 1; round <= 2; round++) {
      databases.execute(
          "gs", "UPDATE public.person SET name = 'round " + round + "' WHERE id <= 10");
      begin(List.of(toFirst, toOther), List.of());
      assertEquals(10, completed(toFirst));
      same("sw");
      assertEquals(Integer.toString(10 * round), value(CHANGES));
    }
    databases.execute("gs", "DELETE FROM public.person WHERE id = 1");

    exchange.startNode("rs");
    assertEquals(10, completed(toOther));
    same("rs");
    both();
    same("sw");
    assertEquals("0", value(CHANGES));
  }

  @Test
  void aTargetThatIsAddedBeginsWithItsCopyAndOneThatIsTakenAwayIsForgotten() throws Exception {
    begin(List.of(toFirst), List.of());
    completed(toFirst);
    databases.execute("gs", "DELETE FROM public.person WHERE id > 90");
    begin(List.of(toFirst, toOther), List.of());
    assertEquals(10, completed(toFirst));
    assertEquals(91, completed(toOther));
    same("sw");
    same("rs");
    assertEquals("2", value(READERS));

    databases.execute("gs", "UPDATE public.person SET name = 'alone'");
    begin(List.of(toFirst), List.of());
    assertEquals(90, completed(toFirst));
    assertEquals("1", value(READERS));
    assertEquals("0", value(CHANGES));

    begin(List.of(toFirst, toOther), List.of());
    JsonNode failed = exchange.awaitState(run, toOther, Side.SOURCE, "FAILED");
    assertEquals("history-purged", failed.get("reason").asText());
    exchange.anew(true);
    both();
    same("rs");
  }

  @Test
  void whatWaitsForATargetThatIsGivenUpIsLetGo() throws Exception {
    both();
    exchange.stopNode("rs");
    databases.execute("gs", "UPDATE public.person SET name = 'new'");
    begin(List.of(toFirst, toOther), List.of());
    completed(toFirst);
    exchange.awaitState(run, toOther, Side.SOURCE, "RUNNING");

    exchange.centre().command("gs", new StopRun(run, toOther, "backlog-dropped"));
    exchange.awaitState(run, toOther, Side.SOURCE, "STOPPED");
    databases.await("gs", READERS, "1");
    databases.await("gs", CHANGES, "0");

    exchange.startNode("rs");
    exchange.anew(true);
    both();
    same("rs");
  }

  @Test
  void rowsAreSentAgainByTheirKeysAndKeepTheirPlaceAmongTheChanges() throws Exception {
    both();
    databases.execute("sw", "UPDATE public.person SET name = 'spoilt' WHERE id IN (7, 8)");
    databases.execute("sw", "DELETE FROM public.person WHERE id = 9");
    databases.execute("gs", "UPDATE public.person SET name = 'changed' WHERE id = 8");
    databases.execute(
        "gs",
        "BEGIN; SET LOCAL govshare.applied = 'on'; DELETE FROM public.person WHERE id = 10; COMMIT");

    begin(
        List.of(toFirst, toOther),
        List.of(List.of("7"), List.of("8"), List.of("9"), List.of("10"), List.of("5555")));
    assertEquals(5, completed(toFirst));
    assertEquals(5, completed(toOther));
    same("sw");
    same("rs");
    // What was put there for one channel may be later than what the other has seen.
    both();
    assertEquals("0", value(CHANGES));
  }

  @Test
  void keysThatAreSealedForAnotherRunAreRefusedAndTheNextRunGoesOn() throws Exception {
    both();
    run = UUID.randomUUID();
    exchange.capture(
        CaptureOrder.of(List.of(toFirst, toOther))
            .resending(exchange.named(UUID.randomUUID(), List.of(List.of("7")))));
    exchange.start(run, "sw", TransferMode.CAPTURE, People.COLUMNS, Lane.only(toFirst), 0, filter);
    assertEquals(
        "keys-unreadable",
        exchange.awaitState(run, toFirst, Side.SOURCE, "FAILED").get("reason").asText());

    databases.execute("gs", "UPDATE public.person SET name = 'changed' WHERE id = 8");
    both();
    same("sw");
  }

  @Test
  void theSourceFindsTheRowsOfARangeItself() throws Exception {
    filter = List.of(new RowCondition("active", RowOperator.EQUALS, List.of("true")));
    both();
    databases.execute("sw", "UPDATE public.person SET name = 'spoilt' WHERE id IN (12, 14, 20)");
    databases.execute("gs", "UPDATE public.person SET name = 'changed' WHERE id IN (14, 40)");
    String before = value("SELECT string_agg(name, ',' ORDER BY id) FROM public.person");
    run = UUID.randomUUID();
    // The watermark of row n is n seconds after the year's beginning; every second row passes.
    exchange.capture(
        CaptureOrder.of(List.of(toFirst, toOther))
            .resending(
                List.of(
                    new RowCondition(
                        "changed_at", RowOperator.AT_LEAST, List.of("2026-01-01T00:00:10Z")),
                    new RowCondition(
                        "changed_at", RowOperator.LESS, List.of("2026-01-01T08:00:20+08:00")))));
    exchange.start(run, "sw", TransferMode.CAPTURE, People.COLUMNS, Lane.only(toFirst), 0, filter);
    // 10, 12, 14, 16 and 18 again, 14 once for both reasons, and 40.
    assertEquals(6, completed(toFirst));

    assertEquals(before, value("SELECT string_agg(name, ',' ORDER BY id) FROM public.person"));
    assertEquals(
        "企业12,changed,spoilt,changed",
        databases.value(
            "sw",
            "SELECT string_agg(name, ',' ORDER BY id) FROM public.person"
                + " WHERE id IN (12, 14, 20, 40)"));
    assertEquals("50", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void anOlderCentreNamesKeysAsTheyAre() throws Exception {
    both();
    databases.execute("sw", "UPDATE public.person SET name = 'spoilt' WHERE id = 7");
    run = UUID.randomUUID();
    exchange.capture(
        new CaptureOrder(List.of(toFirst, toOther), List.of(List.of("7")), true, null, null));
    exchange.start(run, "sw", TransferMode.CAPTURE, People.COLUMNS, Lane.only(toFirst), 0, filter);
    assertEquals(1, completed(toFirst));
    same("sw");
  }

  @Test
  void aChangeThatWasNumberedBeforeAResendAndCommitsAfterItIsNotOverlooked() throws Exception {
    both();
    try (Connection late = databases.connect("gs");
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute("UPDATE public.person SET name = 'late' WHERE id = 7");
      statement.execute("DELETE FROM public.person WHERE id = 8");
      begin(List.of(toFirst, toOther), List.of(List.of("7"), List.of("8")));
      assertEquals(2, completed(toFirst));
      assertEquals(2, completed(toOther));
      late.commit();
    }
    both();
    same("sw");
    same("rs");
  }

  @Test
  void onlyTheChannelThatSendsAgainIsToldOfAKeyThatNeverPassedTheFilter() throws Exception {
    filter = List.of(new RowCondition("active", RowOperator.EQUALS, List.of("true")));
    both();
    databases.execute("sw", "UPDATE public.person SET name = 'spoilt' WHERE id = 2");
    databases.execute(
        "gs",
        "BEGIN; SET LOCAL govshare.applied = 'on';"
            + " UPDATE public.person SET active = false WHERE id = 4; COMMIT");
    run = UUID.randomUUID();
    exchange.capture(
        CaptureOrder.of(List.of(toFirst, toOther))
            .resending(exchange.named(run, List.of(List.of("2"), List.of("4")))));
    exchange.start(run, "sw", TransferMode.CAPTURE, People.COLUMNS, Lane.only(toFirst), 0, filter);
    assertEquals(2, completed(toFirst));
    begin(List.of(toFirst, toOther), List.of());
    assertEquals(0, completed(toOther));

    assertEquals(
        "企业2:49",
        databases.value(
            "sw", "SELECT min(name) FILTER (WHERE id = 2) || ':' || count(*) FROM public.person"));
    assertEquals("50", databases.value("rs", "SELECT count(*) FROM public.person"));
  }
}
