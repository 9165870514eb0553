package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.SealedText;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.RowBalance;
import org.junit.jupiter.api.Test;

class BadRowTest extends DatabaseTest {
  private static final int ROWS = 3_000;

  private final UUID channel = UUID.randomUUID();

  private UUID complete() throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return run;
  }

  private JsonNode failed(UUID run) throws Exception {
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    return exchange.awaitState(run, Side.TARGET, "FAILED");
  }

  private RowBalance balance(UUID run) {
    List<Receipt> receipts =
        exchange.centre().receipts().stream().filter(it -> it.run().equals(run)).toList();
    for (Receipt receipt : receipts) {
      assertEquals(receipt.rows(), receipt.balance().rows(), "frame " + receipt.sequence());
      assertEquals(receipt.runTotals().rows(), receipt.runBalance().rows());
    }
    return receipts.getLast().runBalance();
  }

  private String parked(String select) throws SQLException {
    return databases.value("sw", "SELECT " + select + " FROM govshare.parked_row");
  }

  private static String list(SortedSet<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void spoil(SortedSet<Integer> ids) throws SQLException {
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id IN (" + list(ids) + ")");
  }

  private void assertAppliedAllBut(SortedSet<Integer> bad) throws SQLException {
    String rows =
        "SELECT count(*) || ':' || coalesce(md5(string_agg(p::text, '|' ORDER BY id)), '')"
            + " FROM public.person p WHERE id NOT IN ("
            + list(bad)
            + ")";
    assertEquals(databases.value("gs", rows), databases.value("sw", rows));
    assertEquals(
        "0",
        databases.value(
            "sw", "SELECT count(*) FROM public.person WHERE id IN (" + list(bad) + ")"));
  }

  @Test
  void whereverBadRowsAreTheyAreParkedAndAllOthersApplied() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    People.insertMany(databases, ROWS);
    databases.execute("sw", "ALTER TABLE public.person ADD CONSTRAINT no_debt CHECK (amount >= 0)");
    exchange.badRowPercent(100.0);
    exchange.startNodes();
    for (int round = 0; round < 6; round++) {
      String message = "seed " + seed + " round " + round;
      SortedSet<Integer> bad = new TreeSet<>();
      int wanted = 1 + random.nextInt(round == 0 ? 3 : 60);
      int run = random.nextInt(4) == 0 ? 40 : 1;
      while (bad.size() < wanted) {
        int first = 1 + random.nextInt(ROWS);
        for (int id = first; id < first + run && id <= ROWS; id++) {
          bad.add(id);
        }
      }
      databases.execute("gs", "UPDATE public.person SET amount = id * 1.37");
      databases.execute("sw", "DELETE FROM public.person WHERE " + (round % 2) + " = 0");
      spoil(bad);
      databases.execute("sw", "DELETE FROM public.person WHERE id IN (" + list(bad) + ")");

      UUID id = complete();

      RowBalance balance = balance(id);
      assertEquals(new RowBalance(ROWS - bad.size(), bad.size(), 0), balance, message);
      assertAppliedAllBut(bad);
      assertEquals(
          Integer.toString(bad.size()),
          databases.value(
              "sw",
              "SELECT count(*) FROM govshare.parked_row WHERE state = 'WAITING' AND run_id = '"
                  + id
                  + "'"),
          message);
      assertEquals(
          Integer.toString(bad.size()), parked("count(*) FILTER (WHERE state = 'WAITING')"));
    }
  }

  @Test
  void aParkedRowKeepsItsReasonAndIsNotReadable() throws Exception {
    People.insertMany(databases, 20);
    databases.execute("gs", "ALTER TABLE public.person ALTER COLUMN name TYPE text");
    databases.execute("gs", "UPDATE public.person SET name = repeat('长', 201) WHERE id = 7");
    databases.execute("sw", "ALTER TABLE public.person ALTER COLUMN active SET NOT NULL");
    databases.execute("gs", "UPDATE public.person SET active = NULL WHERE id = 11");
    exchange.badRowPercent(10.0);
    exchange.startNodes();

    UUID run = complete();

    assertEquals(new RowBalance(18, 2, 0), balance(run));
    assertEquals(
        "value-refused 22001 - -; constraint-violated 23502 - active",
        parked(
            "string_agg(reason || ' ' || sql_state || ' ' || coalesce(constraint_name, '-')"
                + " || ' ' || coalesce(column_name, '-'), '; ' ORDER BY row_number)"));
    String sealed = parked("string_agg(encode(sealed, 'escape'), '')");
    String plain = new String("长".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertFalse(sealed.contains(plain) || sealed.contains("企业11"), "sealed");
    assertTrue(exchange.centre().events().stream().noneMatch(it -> it.toString().contains("长长")));
  }

  @Test
  void aRunStopsWhenMoreRowsAreBadThanTheServiceAllows() throws Exception {
    People.insertMany(databases, ROWS);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id % 20 = 0");
    exchange.badRowPercent(2.0);
    exchange.startNodes();

    JsonNode failed = failed(UUID.randomUUID());

    assertEquals("too-many-bad-rows", failed.get("reason").asText());
    assertTrue(failed.get("detail").asText().contains("2.0 %"), failed.toString());
    assertTrue(failed.get("detail").asText().contains("state 23514"), failed.toString());
  }

  @Test
  void theShareIsThatOfAllRowsAtTheEnd() throws Exception {
    People.insertMany(databases, 40);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id <= 3");
    exchange.badRowPercent(5.0);
    exchange.startNodes();

    assertEquals("too-many-bad-rows", failed(UUID.randomUUID()).get("reason").asText());
    assertEquals("3", parked("count(*) FILTER (WHERE state = 'WAITING')"));
  }

  @Test
  void aLaterGoodVersionTakesAParkedRowsPlace() throws Exception {
    People.insertMany(databases, 30);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id IN (3, 4)");
    exchange.badRowPercent(50.0);
    exchange.startNodes();
    complete();
    databases.execute("gs", "UPDATE public.person SET amount = 1 WHERE id = 3");

    UUID second = complete();

    assertEquals(new RowBalance(29, 1, 0), balance(second));
    assertEquals(
        "SUPERSEDED, SUPERSEDED, WAITING", parked("string_agg(state, ', ' ORDER BY parked_id)"));
    assertEquals("1", parked("count(sealed)"));
    assertEquals("1.00", databases.value("sw", "SELECT amount FROM public.person WHERE id = 3"));
    assertNull(databases.value("sw", "SELECT amount FROM public.person WHERE id = 4"));
  }

  @Test
  void rowsThatFitOnceOthersAreWrittenAreNotParked() throws Exception {
    People.insertMany(databases, 10);
    databases.execute("sw", "ALTER TABLE public.person ADD UNIQUE (code)");
    exchange.badRowPercent(50.0);
    exchange.startNodes();
    complete();
    // Each row takes the code of the next, which frees it only afterwards.
    databases.execute("gs", "UPDATE public.person SET code = lpad((id % 10 + 1)::text, 18, '0')");
    databases.execute("gs", "UPDATE public.person SET code = 'free' WHERE id = 10");

    UUID second = complete();

    assertEquals(new RowBalance(10, 0, 0), balance(second));
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("0", parked("count(*)"));
  }

  @Test
  void aRowThatRefersToALaterFramesRowIsAppliedAtTheEnd() throws Exception {
    People.insertMany(databases, ROWS);
    databases.execute("gs", "UPDATE public.person SET number = id");
    databases.execute("gs", "UPDATE public.person SET number = " + ROWS + " WHERE id = 1");
    databases.execute("sw", "ALTER TABLE public.person ADD UNIQUE (number)");
    databases.execute("gs", "UPDATE public.person SET number = 0 WHERE id = " + ROWS);
    databases.execute(
        "sw",
        "INSERT INTO public.person (id, changed_at, number) VALUES ("
            + ROWS
            + ", now(), "
            + ROWS
            + ")");
    exchange.badRowPercent(1.0);
    exchange.startNodes();

    UUID run = complete();

    assertEquals(new RowBalance(ROWS, 0, 0), balance(run));
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("MENDED", parked("string_agg(state, ', ')"));
    assertEquals("0", parked("count(sealed)"));
  }

  @Test
  void aDeferredConstraintIsFoundBeforeTheCommit() throws Exception {
    People.insertMany(databases, 50);
    databases.execute("sw", "CREATE TABLE IF NOT EXISTS public.known (id bigint PRIMARY KEY)");
    databases.execute("sw", "TRUNCATE public.known CASCADE");
    databases.execute("sw", "INSERT INTO public.known SELECT generate_series(1, 49)");
    databases.execute(
        "sw",
        "ALTER TABLE public.person ADD FOREIGN KEY (id) REFERENCES public.known"
            + " DEFERRABLE INITIALLY DEFERRED");
    exchange.badRowPercent(5.0);
    exchange.startNodes();

    UUID run = complete();

    assertEquals(new RowBalance(49, 1, 0), balance(run));
    assertEquals("person_id_fkey", parked("min(constraint_name)"));
  }

  @Test
  void aTriggersRefusalIsABadRow() throws Exception {
    People.insertMany(databases, 50);
    databases.execute(
        "sw",
        "CREATE OR REPLACE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN IF NEW.id = 13 THEN RAISE EXCEPTION 'not %', NEW.name; END IF;"
            + " RETURN NEW; END $$");
    databases.execute(
        "sw",
        "CREATE TRIGGER refuse BEFORE INSERT ON public.person FOR EACH ROW"
            + " EXECUTE FUNCTION public.refuse()");
    exchange.badRowPercent(5.0);
    exchange.startNodes();

    UUID run = complete();

    assertEquals(new RowBalance(49, 1, 0), balance(run));
    assertEquals("trigger-refused P0001", parked("min(reason || ' ' || sql_state)"));
    assertTrue(exchange.centre().events().stream().noneMatch(it -> it.toString().contains("企业13")));
  }

  @Test
  void theCentreHearsNumbersAndReasonsAndMayGiveRowsUp() throws Exception {
    People.insertMany(databases, 50);
    databases.execute("sw", "ALTER TABLE public.person ADD CONSTRAINT no_debt CHECK (amount >= 0)");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id IN (3, 44)");
    exchange.badRowPercent(10.0);
    exchange.startNodes();
    UUID run = complete();

    JsonNode group = reported(run, "WAITING").get("groups").get(0);
    assertEquals(2, group.get("rows").asLong());
    assertEquals("constraint-violated", group.get("reason").asText());
    assertEquals("23514", group.get("sqlState").asText());
    assertEquals("no_debt", group.get("constraint").asText());

    UUID service =
        exchange.command(Side.TARGET, run, channel, TransferMode.FULL, List.of()).serviceId();
    exchange
        .centre()
        .command(
            "sw",
            new DiscardParked(UUID.randomUUID(), service, "sw", "public", "person", run, null));
    assertEquals(2, reported(run, "DISCARDED").get("groups").get(0).get("rows").asLong());
    assertEquals("0", parked("count(sealed)"));
    assertEquals("DISCARDED", parked("min(state)"));
  }

  private JsonNode reported(UUID run, String state) throws InterruptedException {
    return exchange
        .centre()
        .await(
            "parked rows " + state,
            event ->
                event.path("type").asText().equals("ParkedRowsReported")
                    && event.path("groups").size() == 1
                    && event.at("/groups/0/runId").asText().equals(run.toString())
                    && event.at("/groups/0/state").asText().equals(state));
  }

  @Test
  void rowsAreShownToOneReaderWhereTheNodeAllowsIt() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair reader = generator.generateKeyPair();
    People.insertMany(databases, 50);
    databases.execute("gs", "ALTER TABLE public.person ALTER COLUMN name TYPE text");
    databases.execute("gs", "UPDATE public.person SET name = repeat('长', 201) WHERE id = 7");
    exchange.badRowPercent(10.0);
    exchange.startNodes();
    UUID run = complete();

    assertEquals("sample-not-allowed", shown(run, reader).get("reason").asText());
    exchange.stopNode("sw");
    exchange.dataSource(
        "sw",
        databases.dataSource("sw", "postgres", List.of("public.person"), List.of("public.person")));
    exchange.startNode("sw");
    JsonNode shown = shown(run, reader);
    JsonNode rows =
        Json.tree(
            new SealedText(shown.at("/rows/key").asText(), shown.at("/rows/content").asText())
                .open(reader.getPrivate(), shown.get("showingId").asText())
                .getBytes(StandardCharsets.UTF_8));

    assertEquals(1, rows.size());
    assertEquals("value-refused", rows.at("/0/reason").asText());
    assertEquals("7", rows.at("/0/values/id").asText());
    assertEquals("长".repeat(201), rows.at("/0/values/name").asText());
    assertEquals("9.59", rows.at("/0/values/amount").asText());
    assertFalse(shown.toString().contains("长"));
  }

  private JsonNode shown(UUID run, KeyPair reader) throws Exception {
    UUID showing = UUID.randomUUID();
    UUID service =
        exchange.command(Side.TARGET, run, channel, TransferMode.FULL, List.of()).serviceId();
    exchange
        .centre()
        .command(
            "sw",
            new ShowParked(
                showing,
                service,
                "sw",
                "public",
                "person",
                Base64.getEncoder().encodeToString(reader.getPublic().getEncoded())));
    return exchange
        .centre()
        .await(
            "the rows are shown",
            event -> event.path("showingId").asText().equals(showing.toString()));
  }
}
