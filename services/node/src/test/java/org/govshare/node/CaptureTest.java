package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.govshare.node.capture.Housekeeping;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What change capture delivers. */
class CaptureTest extends DatabaseTest {
  private static final List<RowCondition> ACTIVE =
      List.of(new RowCondition("active", RowOperator.EQUALS, List.of("true")));

  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
  }

  private JsonNode capture() throws Exception {
    return capture(List.of());
  }

  private JsonNode capture(List<RowCondition> filter) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS, filter);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  private void same() throws Exception {
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  private String ids() throws Exception {
    return databases.value("sw", "SELECT string_agg(id::text, ',' ORDER BY id) FROM public.person");
  }

  @Test
  void insertsUpdatesDeletesAndKeyChangesArrive() throws Exception {
    People.insertMany(databases, 500);
    People.insertAwkward(databases);
    long rows = Long.parseLong(databases.value("gs", "SELECT count(*) FROM public.person"));
    assertEquals(rows + 1, capture().get("rows").asLong());
    databases.execute(
        "gs",
        """
        UPDATE public.person SET name = 'new' WHERE id = 7;
        UPDATE public.person SET id = 9007 WHERE id = 8;
        DELETE FROM public.person WHERE id BETWEEN 20 AND 29;
        INSERT INTO public.person (id, name, changed_at) VALUES (9000, 'x', now()), (9001, 'y', now());
        DELETE FROM public.person WHERE id = 9001;
        """);

    assertEquals(15, capture().get("rows").asLong());
    same();
    assertEquals(0, capture().get("rows").asLong());
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.change_1"));
  }

  @Test
  void deliveredChangesAreForgottenEvenIfTheConnectionBreaksMeanwhile() throws Exception {
    People.insertMany(databases, 10);
    capture();
    databases.execute("gs", "UPDATE public.person SET name = 'new' WHERE id < 4");
    UUID run = UUID.randomUUID();
    try (Connection other = databases.connect("gs");
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE public.person IN ACCESS EXCLUSIVE MODE");
      exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS, List.of());
      databases.awaitWaiting("gs", "%person%");
      other.commit();
      statement.execute("LOCK TABLE govshare_capture.change_1 IN SHARE MODE");
      exchange.awaitState(run, Side.TARGET, "COMPLETED");
      databases.awaitWaiting("gs", "DELETE FROM %change_1%");
      databases.breakAgents("gs");
      other.commit();
    }
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.change_1"));
  }

  @Test
  void changesThatDoNotFitAreParkedUntilALaterOneComes() throws Exception {
    People.insertMany(databases, 100);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    exchange.badRowPercent(100.0);
    capture();
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id IN (3, 4, 5)");
    databases.execute("gs", "UPDATE public.person SET amount = 1 WHERE id = 50");

    assertEquals(4, capture().get("rows").asLong());
    String states = "SELECT string_agg(state, ' ' ORDER BY parked_id) FROM govshare.parked_row";
    assertEquals("WAITING WAITING WAITING", databases.value("sw", states));
    assertEquals("4.11", databases.value("sw", "SELECT amount FROM public.person WHERE id = 3"));
    assertEquals("1.00", databases.value("sw", "SELECT amount FROM public.person WHERE id = 50"));

    databases.execute("gs", "UPDATE public.person SET amount = 3 WHERE id = 3");
    databases.execute("gs", "DELETE FROM public.person WHERE id = 4");
    databases.execute("gs", "UPDATE public.person SET amount = -2 WHERE id = 5");
    capture();
    assertEquals("SUPERSEDED SUPERSEDED SUPERSEDED WAITING", databases.value("sw", states));
    databases.execute("gs", "UPDATE public.person SET amount = 5 WHERE id = 5");
    capture();

    assertEquals("SUPERSEDED SUPERSEDED SUPERSEDED SUPERSEDED", databases.value("sw", states));
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aTransactionThatCommitsLateFallsIntoALaterWindow() throws Exception {
    People.insertMany(databases, 10);
    try (Connection late = databases.connect("gs");
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute("UPDATE public.person SET name = 'late' WHERE id = 1");
      statement.execute("DELETE FROM public.person WHERE id = 2");
      // The lock that installing asks for is not granted before the transaction ends.
      late.commit();
      capture();
      statement.execute("UPDATE public.person SET name = 'later' WHERE id = 3");
      databases.execute("gs", "UPDATE public.person SET name = 'early' WHERE id = 4");
      assertEquals(1, capture().get("rows").asLong());
      assertEquals(0, capture().get("rows").asLong());
      late.commit();
    }
    assertEquals(1, capture().get("rows").asLong());
    same();
  }

  @Test
  void truncateRemovesWhatWasBroughtAndNothingElse() throws Exception {
    People.insertMany(databases, 100);
    databases.execute(
        "sw", "INSERT INTO public.person (id, name, changed_at) VALUES (7777, 'of others', now())");
    capture();
    databases.execute("gs", "UPDATE public.person SET name = 'before' WHERE id < 50");
    databases.execute("gs", "TRUNCATE public.person");
    databases.execute(
        "gs", "INSERT INTO public.person (id, name, changed_at) VALUES (5, 'after', now())");

    assertEquals(2, capture().get("rows").asLong());
    assertEquals("5,7777", ids());
    databases.execute("gs", "TRUNCATE public.person");
    capture();
    assertEquals("7777", ids());
  }

  @Test
  void aRowThatLeavesTheFilterIsDeletedAndOneThatNeverWasInItIsNotNamed() throws Exception {
    People.insertMany(databases, 20);
    assertEquals(11, capture(ACTIVE).get("rows").asLong());
    databases.execute(
        "gs",
        """
        UPDATE public.person SET active = false WHERE id = 2;
        UPDATE public.person SET active = true WHERE id = 3;
        UPDATE public.person SET name = 'still outside' WHERE id = 5;
        DELETE FROM public.person WHERE id = 7;
        DELETE FROM public.person WHERE id = 8;
        INSERT INTO public.person (id, active, changed_at) VALUES (30, false, now());
        """);

    // Keys 2 and 8 are gone, 3 has come; 5, 7 and 30 are nobody's business at the target.
    assertEquals(3, capture(ACTIVE).get("rows").asLong());
    assertEquals("3,4,6,10,12,14,16,18,20", ids());
    assertEquals(
        "0",
        databases.value("sw", "SELECT count(*) FROM govshare.replica_1 WHERE id IN (1, 5, 7, 30)"));
  }

  @Test
  void anotherFilterAsksForANewSnapshot() throws Exception {
    People.insertMany(databases, 20);
    capture();
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS, ACTIVE);
    JsonNode failed = exchange.awaitState(run, Side.SOURCE, "FAILED");
    assertEquals("capture-structure", failed.get("reason").asText());

    exchange.anew(true);
    capture(ACTIVE);

    assertEquals("2,4,6,8,10,12,14,16,18,20", ids());
  }

  @Test
  void whatThePlatformWritesIsNotCapturedAgain() throws Exception {
    People.insertMany(databases, 5);
    capture();
    databases.execute(
        "gs",
        "BEGIN; SET LOCAL govshare.applied = 'on'; DELETE FROM public.person WHERE id = 1; COMMIT");

    assertEquals(0, capture().get("rows").asLong());
    assertEquals("1,2,3,4,5", ids());
  }

  @Test
  void anOlderVersionTakesNoNewerOnesPlace() throws Exception {
    People.insertMany(databases, 5);
    capture();
    databases.execute(
        "sw", "UPDATE govshare.replica_1 SET govshare_version = 1000 WHERE id IN (1, 2)");
    databases.execute("sw", "UPDATE govshare.replica_1 SET govshare_deleted = true WHERE id = 2");
    databases.execute("sw", "DELETE FROM public.person WHERE id = 2");
    databases.execute("gs", "UPDATE public.person SET name = 'aged' WHERE id < 4");

    capture();

    assertEquals(
        "企业1,aged,企业4,企业5",
        databases.value("sw", "SELECT string_agg(name, ',' ORDER BY id) FROM public.person"));
  }

  @Test
  void aNewSnapshotRemovesWhatIsGoneMeanwhile() throws Exception {
    People.insertMany(databases, 50);
    capture();
    databases.execute(
        "gs",
        "SET session_replication_role = replica; ALTER TABLE public.person DISABLE TRIGGER USER;"
            + " DELETE FROM public.person WHERE id < 10;"
            + " ALTER TABLE public.person ENABLE TRIGGER USER");
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS);
    assertEquals(
        "capture-interrupted",
        exchange.awaitState(run, Side.SOURCE, "FAILED").get("reason").asText());

    exchange.anew(true);
    assertEquals(42, capture().get("rows").asLong());
    same();
    exchange.anew(false);
    databases.execute("gs", "DELETE FROM public.person WHERE id = 20");
    assertEquals(1, capture().get("rows").asLong());
    same();
  }

  @Test
  void uniqueValuesThatPassFromRowToRowArrive() throws Exception {
    databases.execute("sw", "CREATE UNIQUE INDEX ON public.person (code)");
    databases.execute("gs", "CREATE UNIQUE INDEX ON public.person (code)");
    People.insertMany(databases, 400);
    capture();
    // Rows trade codes with rows of other frames; the last write of each decides its place.
    databases.execute(
        "gs",
        """
        UPDATE public.person SET code = 'x' || id WHERE id IN (1, 2, 399, 400);
        UPDATE public.person SET code = lpad('400', 18, '0') WHERE id = 1;
        UPDATE public.person SET code = lpad('2', 18, '0') WHERE id = 399;
        UPDATE public.person SET code = lpad('399', 18, '0') WHERE id = 2;
        UPDATE public.person SET remark = 'touched' WHERE id BETWEEN 3 AND 398;
        UPDATE public.person SET code = lpad('1', 18, '0') WHERE id = 400;
        """);

    capture();

    same();
  }

  @Test
  void valuesThatAreUniqueAtTheTargetOnlyEndTheRun() throws Exception {
    databases.execute("sw", "CREATE UNIQUE INDEX ON public.person (code)");
    People.insertMany(databases, 5);
    capture();
    databases.execute("gs", "UPDATE public.person SET code = lpad('2', 18, '0') WHERE id = 1");
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS);

    assertEquals(
        "constraint-violated",
        exchange.awaitState(run, Side.SOURCE, "FAILED").get("reason").asText());
  }

  @Test
  void sumsAreComparedAtTheTargetsPositionOnly() throws Exception {
    People.insertMany(databases, 50);
    UUID run = UUID.fromString(capture().get("runId").asText());
    assertEquals(digest(run, Side.TARGET), digest(run, Side.SOURCE));
    databases.execute("gs", "UPDATE public.person SET name = 'moved' WHERE id = 1");
    assertEquals("source-moved", digest(run, Side.SOURCE));

    run = UUID.fromString(capture().get("runId").asText());

    assertEquals(digest(run, Side.TARGET), digest(run, Side.SOURCE));
  }

  private String digest(UUID run, Side side) throws Exception {
    UUID id = UUID.randomUUID();
    String node = side == Side.SOURCE ? "gs" : "sw";
    exchange
        .centre()
        .command(
            node,
            new ComputeDigest(
                id,
                run,
                side,
                node,
                "public",
                "person",
                People.COLUMNS.stream()
                    .map(it -> new DigestColumn(it.source(), it.targetType(), List.of()))
                    .toList(),
                List.of(),
                "AQID"));
    JsonNode answer =
        exchange
            .centre()
            .await(
                "result", event -> event.path("reconciliationId").asText().equals(id.toString()));
    return answer.has("digest")
        ? answer.get("rows").asText() + ":" + answer.get("digest").asText()
        : answer.get("reason").asText();
  }

  @Test
  void changesAreNotKeptForChannelsThatNobodyReads() throws Exception {
    People.insertMany(databases, 5);
    capture();
    databases.execute("gs", "UPDATE public.person SET name = 'waiting'");
    databases.execute(
        "gs", "UPDATE govshare_capture.reader SET delivered_at = now() - interval '15 days'");

    Housekeeping.tidy(databases.dataSource("gs", "postgres", List.of(), List.of()));

    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.installation"));
    assertEquals(
        "0", databases.value("gs", "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"));
    databases.execute("gs", "DELETE FROM public.person WHERE id = 1");
  }

  @Test
  void framesOfAnotherChannelAreRefusedOnceOneHasTakenItsPlace() throws Exception {
    People.insertMany(databases, 5);
    capture();
    UUID later = UUID.randomUUID();
    UUID run = UUID.randomUUID();
    exchange.start(run, later, TransferMode.CAPTURE, People.COLUMNS);
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    databases.execute("gs", "DELETE FROM public.person WHERE id = 1");
    UUID former = UUID.randomUUID();
    exchange.start(former, channel, TransferMode.CAPTURE, People.COLUMNS);

    assertEquals(
        "channel-superseded",
        exchange.awaitState(former, Side.SOURCE, "FAILED").get("reason").asText());
    assertEquals("1,2,3,4,5", ids());
  }
}
