package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.RowBalance;
import org.junit.jupiter.api.Test;

/** Runs that replace the target's content. */
class ReplacementTest extends DatabaseTest {
  private static final String OLD =
      "INSERT INTO public.person (id, name, changed_at)"
          + " SELECT n, 'old', now() FROM generate_series(2990, 3100) AS n";

  private final UUID channel = UUID.randomUUID();

  private UUID start() throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    return run;
  }

  private JsonNode ran() throws Exception {
    UUID run = start();
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    return exchange.awaitState(run, Side.TARGET, "COMPLETED");
  }

  private void assertSame() throws Exception {
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM govshare.shadow"));
    assertEquals(
        "0",
        databases.value(
            "sw",
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'govshare'"
                + " AND tablename LIKE 'shadow\\_%'"));
  }

  private Receipt proved(UUID of) {
    Receipt before = null;
    for (Receipt receipt : exchange.centre().receipts(of)) {
      assertNull(receipt.breakAfter(before));
      before = receipt;
    }
    return before;
  }

  private void assertFails(String reason) throws Exception {
    JsonNode failed = exchange.awaitState(start(), Side.TARGET, "FAILED");
    assertEquals(reason, failed.path("reason").asText());
  }

  @Test
  void rowsThatTheSourceDoesNotHaveAreGoneAndWhatHangsOnTheTableIsNot() throws Exception {
    People.insertAwkward(databases);
    People.insertMany(databases, 3000);
    databases.execute("sw", OLD);
    databases.execute(
        "sw",
        """
        CREATE VIEW public.named AS SELECT id, name FROM public.person;
        CREATE TABLE public.visit (person bigint REFERENCES public.person ON DELETE CASCADE);
        INSERT INTO public.visit VALUES (2995), (3050);
        CREATE ROLE reader_of_people;
        GRANT SELECT ON public.person TO reader_of_people;
        CREATE PUBLICATION people FOR TABLE public.person;
        CREATE INDEX by_name ON public.person (name);
        """);
    String standing =
        "SELECT 'public.person'::regclass::oid || (SELECT relacl::text FROM pg_class"
            + " WHERE oid = 'public.person'::regclass) || (SELECT count(*) FROM"
            + " pg_publication_tables WHERE tablename = 'person') || (SELECT count(*) FROM pg_indexes"
            + " WHERE tablename = 'person') || (SELECT count(*) FROM pg_constraint WHERE confrelid ="
            + " 'public.person'::regclass)";
    String before = databases.value("sw", standing);
    exchange.replacing("id");
    exchange.startNodes();

    assertEquals(3018, ran().get("rows").asLong());
    assertSame();
    assertEquals(before, databases.value("sw", standing));
    assertEquals("3018", databases.value("sw", "SELECT count(*) FROM public.named"));
    assertEquals("2995", databases.value("sw", "SELECT string_agg(person::text, ',') FROM visit"));
    assertEquals("SHADOW", databases.value("sw", "SELECT apply_mode FROM govshare.channel"));
    assertEquals(RowBalance.allApplied(3018), proved(channel).runBalance());

    databases.execute("gs", "DELETE FROM public.person WHERE id % 3 = 0");
    databases.execute("gs", "UPDATE public.person SET name = name || '!' WHERE id % 3 = 1");
    ran();
    assertSame();
    databases.execute("gs", "DELETE FROM public.person");
    databases.execute("sw", "DROP TABLE public.visit");
    assertEquals(0, ran().get("rows").asLong());
    assertSame();
    databases.execute("sw", "DROP OWNED BY reader_of_people; DROP ROLE reader_of_people");
  }

  @Test
  void onlyWhatDiffersIsWrittenAndOtherColumnsStay() throws Exception {
    People.insertMany(databases, 500);
    databases.execute("sw", OLD);
    databases.execute(
        "sw",
        """
        ALTER TABLE public.person ADD COLUMN note text DEFAULT 'new';
        CREATE TABLE public.written (id bigint, op text);
        CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO public.written VALUES (coalesce(NEW.id, OLD.id), TG_OP);
           RETURN coalesce(NEW, OLD); END';
        CREATE TRIGGER note BEFORE INSERT OR UPDATE OR DELETE ON public.person
          FOR EACH ROW EXECUTE FUNCTION public.note();
        """);
    exchange.replacing("id");
    exchange.startNodes();
    ran();
    databases.execute("sw", "TRUNCATE public.written; UPDATE public.person SET note = 'ours'");
    databases.execute("sw", "TRUNCATE public.written");
    databases.execute(
        "gs",
        "DELETE FROM public.person WHERE id = 1; UPDATE public.person SET tags = '{x}' WHERE id = 2;"
            + " INSERT INTO public.person (id, changed_at) VALUES (501, now())");
    ran();

    assertEquals(
        "1DELETE,2UPDATE,501INSERT",
        databases.value("sw", "SELECT string_agg(id || op, ',' ORDER BY id) FROM public.written"));
    assertEquals(
        "499,1",
        databases.value(
            "sw",
            "SELECT count(*) FILTER (WHERE note = 'ours') || ',' || count(*) FILTER"
                + " (WHERE note = 'new') FROM public.person"));
  }

  @Test
  void uniqueValuesPassFromRowToRow() throws Exception {
    People.insertMany(databases, 100);
    databases.execute("sw", "ALTER TABLE public.person ADD UNIQUE (name)");
    exchange.replacing("id");
    exchange.startNodes();
    ran();
    databases.execute(
        "gs", "UPDATE public.person p SET name = '企业' || (p.id % 100 + 1) WHERE id < 60");
    databases.execute("gs", "DELETE FROM public.person WHERE id = 60");
    databases.execute("gs", "UPDATE public.person SET name = '企业1' WHERE id = 61");
    databases.execute("gs", "UPDATE public.person SET name = '企业61' WHERE id = 60");
    ran();
    assertSame();
  }

  @Test
  void lanesReplaceTheContentTogether() throws Exception {
    People.insertMany(databases, 4000);
    databases.execute("sw", OLD);
    exchange.replacing("id");
    exchange.startNodes();
    List<UUID> lanes = Stream.generate(UUID::randomUUID).limit(3).toList();
    for (int round = 0; round < 2; round++) {
      UUID run = UUID.randomUUID();
      for (int number = 1; number <= 3; number++) {
        Lane lane = new Lane(number, 3, lanes, List.of());
        exchange.start(run, "sw", TransferMode.FULL, People.COLUMNS, lane, 0);
      }
      if (round == 1) {
        databases.breakAgents("sw");
      }
      for (UUID lane : lanes) {
        exchange.awaitState(run, lane, Side.SOURCE, "COMPLETED");
        exchange.awaitState(run, lane, Side.TARGET, "COMPLETED");
        proved(lane);
      }
      assertSame();
      databases.execute("gs", "DELETE FROM public.person WHERE id % 2 = 0");
    }
  }

  @Test
  void readersSeeTheFormerContentUntilAllIsThere() throws Exception {
    People.insertMany(databases, 20_000);
    databases.execute("sw", OLD);
    String content = "SELECT count(*) || ',' || count(*) FILTER (WHERE name = 'old') FROM person";
    exchange.replacing("id");
    exchange.startNodes();
    UUID run;
    try (Connection reader = databases.connect("sw");
        Statement statement = reader.createStatement()) {
      // A transaction that reads for long holds nothing up.
      reader.setAutoCommit(false);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute(content);
      run = start();
      Set<String> allowed = Set.of("111,111", "20000,0");
      while (exchange.centre().events().stream()
          .noneMatch(event -> event.path("state").asText().equals("COMPLETED"))) {
        String seen = databases.value("sw", content);
        assertTrue(allowed.contains(seen), seen);
      }
      exchange.awaitState(run, Side.SOURCE, "COMPLETED");
      assertEquals("20000,0", databases.value("sw", content));
      try (var rows = statement.executeQuery(content)) {
        rows.next();
        assertEquals("111,111", rows.getString(1));
      }
    }
    assertSame();
  }

  @Test
  void aBreakBeforeTheContentIsCommittedLeavesTheFormerOne() throws Exception {
    People.insertMany(databases, 3000);
    databases.execute("sw", OLD);
    exchange.replacing("id");
    exchange.startNodes();
    try (Connection writer = databases.connect("sw");
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("LOCK TABLE public.person IN ROW EXCLUSIVE MODE");
      UUID run = start();
      for (int i = 0; i < 3; i++) {
        databases.awaitWaiting("sw", "LOCK TABLE \"public\".\"person\" IN SHARE ROW%");
        assertEquals("111", databases.value("sw", "SELECT count(*) FROM public.person"));
        switch (i) {
          case 0 -> databases.breakAgents("sw");
          case 1 -> exchange.node("gs").broker().cut();
          default -> {
            exchange.stopNode("sw");
            exchange.startNode("sw");
          }
        }
      }
      databases.awaitWaiting("sw", "LOCK TABLE \"public\".\"person\" IN SHARE ROW%");
      writer.rollback();
      exchange.awaitState(run, Side.SOURCE, "COMPLETED");
      exchange.awaitState(run, Side.TARGET, "COMPLETED");
    }
    assertSame();
    assertEquals(3000, proved(channel).runTotals().rows());
  }

  @Test
  void aBreakAfterTheContentIsCommittedReplacesItOnce() throws Exception {
    People.insertMany(databases, 3000);
    databases.execute("sw", OLD);
    exchange.replacing("id");
    exchange.startNodes();
    UUID run;
    try (Connection writer = databases.connect("sw");
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("LOCK TABLE public.person IN ROW EXCLUSIVE MODE");
      run = start();
      databases.awaitWaiting("sw", "LOCK TABLE \"public\".\"person\" IN SHARE ROW%");
      exchange.stopNode("gs");
      writer.rollback();
    }
    databases.await("sw", "SELECT run_complete FROM govshare.channel", "t");
    exchange.stopNode("sw");
    // Nothing of the run touches this any more.
    databases.execute("sw", "UPDATE public.person SET name = 'ours' WHERE id = 1");
    exchange.startNodes();
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals("ours", databases.value("sw", "SELECT name FROM public.person WHERE id = 1"));
    assertEquals(3000, proved(channel).runTotals().rows());
    ran();
    assertSame();
  }

  @Test
  void aRunThatWasStoppedLeavesNothingToTheNext() throws Exception {
    People.insertMany(databases, 20_000);
    databases.execute("sw", OLD);
    exchange.replacing("id");
    exchange.startNodes();
    start();
    databases.await("sw", "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'shadow\\_%'", "1");
    exchange.stopNode("gs");
    databases.execute("gs", "DELETE FROM public.person WHERE id < 19900");
    exchange.startNode("gs");
    ran();
    assertSame();
    assertEquals(101, proved(channel).runTotals().rows());
  }

  @Test
  void withoutAKeyEveryRowArrivesAsOftenAsItIsThere() throws Exception {
    withoutKey(30_000);
    databases.execute("sw", "INSERT INTO public.person VALUES (1, 'old'), (1, 'old')");
    exchange.replacing();
    exchange.startNodes();
    List<MappedColumn> columns =
        List.of(new MappedColumn("id", "id", "bigint"), new MappedColumn("name", "name", "text"));
    for (int round = 0; round < 3; round++) {
      UUID run = UUID.randomUUID();
      exchange.start(run, channel, TransferMode.FULL, columns);
      for (int i = 0; i < round; i++) {
        databases.await(
            "sw",
            "SELECT EXISTS (SELECT 1 FROM govshare.shadow WHERE rows > 1000 AND run_id = '"
                + run
                + "')",
            "t");
        exchange.node("gs").broker().cut();
        databases.breakAgents("sw");
      }
      exchange.awaitState(run, Side.SOURCE, "COMPLETED");
      exchange.awaitState(run, Side.TARGET, "COMPLETED");
      String sql =
          "SELECT count(*) || md5(string_agg(id || name, ',' ORDER BY id, name)) FROM public.person";
      assertEquals(databases.value("gs", sql), databases.value("sw", sql));
      Receipt end = proved(channel);
      assertEquals(30_000 - round * 100L, end.runBalance().applied());
      assertEquals(
          end.runTotals().rows() - end.runBalance().applied(), end.runBalance().superseded());
      assertEquals(round > 0, end.runBalance().superseded() > 0);
      databases.execute(
          "gs", "DELETE FROM public.person WHERE id = " + round + " AND name LIKE '%'");
    }
  }

  private void withoutKey(int rows) throws Exception {
    for (String end : List.of("gs", "sw")) {
      databases.execute(
          end, "DROP TABLE public.person; CREATE TABLE public.person (id bigint, name text)");
    }
    databases.execute(
        "gs",
        "INSERT INTO public.person SELECT n % "
            + rows / 100
            + ", repeat('甲' || n % 7, 20) FROM generate_series(1, "
            + rows
            + ") AS n");
  }

  @Test
  void aKeyThatIsNoneAtTheTargetIsRefused() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT person_pkey");
    exchange.replacing("id");
    exchange.startNodes();
    assertFails("key-missing");
  }

  @Test
  void aTableThatOthersReferToNeedsAKey() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("sw", "CREATE TABLE public.visit (person bigint REFERENCES public.person)");
    exchange.replacing();
    exchange.startNodes();
    assertFails("table-referenced");
  }

  @Test
  void aUserWhoMayNotDeleteIsToldBeforeRowsAreBrought() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("sw", OLD);
    databases.execute(
        "sw",
        "CREATE ROLE half LOGIN PASSWORD 'postgres'; GRANT CREATE, TEMPORARY ON DATABASE sw TO half;"
            + " GRANT SELECT, INSERT, UPDATE ON public.person TO half");
    exchange.dataSource(
        "sw", databases.dataSource("sw", "half", List.of(), List.of("public.person")));
    exchange.replacing("id");
    exchange.startNodes();
    assertFails("permission-missing");
    assertEquals("111", databases.value("sw", "SELECT count(*) FROM public.person"));
    exchange.stopNode("sw");
    databases.execute("sw", "DROP OWNED BY half CASCADE; DROP ROLE half");
    exchange.startNode("sw");
  }

  @Test
  void aRowThatTheTargetDoesNotTakeLeavesTheFormerContent() throws Exception {
    People.insertMany(databases, 3000);
    databases.execute("sw", OLD);
    databases.execute("sw", "DELETE FROM public.person WHERE id = 2999");
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (id <> 2999)");
    exchange.badRowPercent(50.0);
    exchange.replacing("id");
    exchange.startNodes();
    assertFails("constraint-violated");
    assertEquals("110", databases.value("sw", "SELECT count(*) FROM public.person"));
  }
}
