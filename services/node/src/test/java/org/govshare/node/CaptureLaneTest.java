package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Change capture by several lanes to one target. */
class CaptureLaneTest extends DatabaseTest {
  private UUID run;

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
  }

  private static List<UUID> channels(int count) {
    return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
  }

  private void begin(List<UUID> channels, List<UUID> replaced) throws Exception {
    run = UUID.randomUUID();
    exchange.capture(CaptureOrder.of(channels));
    for (int number = 1; number <= channels.size(); number++) {
      begin(number, channels, replaced);
    }
  }

  private void begin(int number, List<UUID> channels, List<UUID> replaced) throws Exception {
    exchange.start(
        run,
        "sw",
        TransferMode.CAPTURE,
        People.COLUMNS,
        new Lane(number, channels.size(), channels, replaced),
        0);
  }

  private long completed(List<UUID> channels) throws Exception {
    long rows = 0;
    for (UUID channel : channels) {
      exchange.awaitState(run, channel, Side.TARGET, "COMPLETED");
      rows += exchange.awaitState(run, channel, Side.SOURCE, "COMPLETED").get("rows").asLong();
    }
    return rows;
  }

  private long capture(List<UUID> channels) throws Exception {
    begin(channels, List.of());
    return completed(channels);
  }

  private void same() throws Exception {
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  /** Keys that fall to the lanes of two, so many of each. */
  private List<Long> keysOf(int lane, int count) throws Exception {
    String hash = "sha256(convert_to(CAST(ROW(id) AS text), 'UTF8'))";
    String keys =
        databases.value(
            "gs",
            "SELECT string_agg(id::text, ',' ORDER BY id) FROM (SELECT id FROM public.person WHERE"
                + " (get_byte("
                + hash
                + ", 0) * 256 + get_byte("
                + hash
                + ", 1)) % 2 = "
                + (lane - 1)
                + " ORDER BY id LIMIT "
                + count
                + ") s");
    return List.of(keys.split(",")).stream().map(Long::valueOf).toList();
  }

  @Test
  void everyLaneBringsItsKeysAndNoOthers() throws Exception {
    People.insertMany(databases, 3000);
    People.insertAwkward(databases);
    List<UUID> channels = channels(3);
    long rows = Long.parseLong(databases.value("gs", "SELECT count(*) FROM public.person"));

    assertEquals(rows + 3, capture(channels));
    same();
    assertEquals(
        "3",
        databases.value(
            "sw", "SELECT count(*) FROM govshare.channel WHERE run_rows BETWEEN 800 AND 1200"));
    assertEquals(
        "3", databases.value("sw", "SELECT count(DISTINCT govshare_lane) FROM govshare.replica_1"));

    databases.execute(
        "gs",
        """
        UPDATE public.person SET name = 'new' WHERE id BETWEEN 100 AND 199;
        UPDATE public.person SET id = id + 100000 WHERE id BETWEEN 200 AND 299;
        DELETE FROM public.person WHERE id BETWEEN 300 AND 399;
        """);
    assertEquals(400, capture(channels));
    same();
    assertEquals(0, capture(channels));
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.change_1"));
    for (UUID channel : channels) {
      Receipt before = null;
      for (Receipt receipt : exchange.centre().receipts(channel)) {
        assertNull(receipt.breakAfter(before));
        before = receipt;
      }
    }
  }

  @Test
  void lanesThatNobodyInterruptsEndWithOneSnapshot() throws Exception {
    People.insertMany(databases, 400);
    List<UUID> channels = channels(2);
    capture(channels);
    databases.execute("gs", "UPDATE public.person SET name = 'first'");
    run = UUID.randomUUID();
    begin(1, channels, List.of());
    exchange.awaitState(run, channels.getFirst(), Side.SOURCE, "COMPLETED");
    String before = People.digest(databases, "gs");
    databases.execute(
        "gs",
        "UPDATE public.person SET name = 'second'; DELETE FROM public.person"
            + " WHERE id % 3 = 0");

    begin(2, channels, List.of());
    assertEquals(400, completed(channels));
    assertEquals(before, People.digest(databases, "sw"));

    capture(channels);
    same();
  }

  @Test
  void lanesThatBeginOneAfterTheOtherCopyOneSnapshotAndMissNothing() throws Exception {
    People.insertMany(databases, 400);
    List<UUID> channels = channels(2);
    exchange.capture(CaptureOrder.of(channels));
    run = UUID.randomUUID();
    begin(1, channels, List.of());
    exchange.awaitState(run, channels.getFirst(), Side.SOURCE, "COMPLETED");
    databases.execute(
        "gs",
        "UPDATE public.person SET name = 'later' WHERE id % 2 = 0;"
            + " DELETE FROM public.person WHERE id % 5 = 0");
    begin(2, channels, List.of());
    completed(channels);

    capture(channels);
    same();
  }

  @Test
  void aTruncateIsEachLanesOwn() throws Exception {
    People.insertMany(databases, 300);
    databases.execute(
        "sw", "INSERT INTO public.person (id, name, changed_at) VALUES (7777, 'of others', now())");
    List<UUID> channels = channels(2);
    capture(channels);
    databases.execute("gs", "UPDATE public.person SET name = 'before' WHERE id < 50");
    databases.execute("gs", "TRUNCATE public.person");
    databases.execute(
        "gs",
        "INSERT INTO public.person (id, name, changed_at)"
            + " SELECT n, 'after', now() FROM generate_series(1, 20) n");

    // The second lane has written what came after it before the first one hears of it.
    run = UUID.randomUUID();
    begin(2, channels, List.of());
    exchange.awaitState(run, channels.getLast(), Side.TARGET, "COMPLETED");
    begin(1, channels, List.of());
    assertEquals(22, completed(channels));
    assertEquals(
        "20:7777",
        databases.value(
            "sw",
            "SELECT count(*) FILTER (WHERE name = 'after') || ':' || max(id) FROM public.person"
                + " WHERE id <= 20 OR id = 7777 OR name <> 'after'"));
    databases.execute("sw", "DELETE FROM public.person WHERE id = 7777");
    same();
  }

  private List<UUID> uniqueCodes() throws Exception {
    databases.execute("sw", "CREATE UNIQUE INDEX ON public.person (code)");
    databases.execute("gs", "CREATE UNIQUE INDEX ON public.person (code)");
    People.insertMany(databases, 400);
    List<UUID> channels = channels(2);
    capture(channels);
    return channels;
  }

  @Test
  void rowsOfTwoLanesSwapUniqueValuesOverWindows() throws Exception {
    List<UUID> channels = uniqueCodes();
    List<Long> ones = keysOf(1, 60);
    List<Long> others = keysOf(2, 60);
    for (int round = 0; round < 3; round++) {
      databases.execute(
          "gs",
          """
          CREATE TEMPORARY TABLE pair AS SELECT a.id AS a, b.id AS b, a.code AS code_a,
            b.code AS code_b FROM unnest(ARRAY%s, ARRAY%s) AS p (a, b)
            JOIN public.person a ON a.id = p.a JOIN public.person b ON b.id = p.b;
          UPDATE public.person SET code = 'held ' || id FROM pair WHERE id = a;
          UPDATE public.person SET code = code_a FROM pair WHERE id = b;
          UPDATE public.person SET code = code_b FROM pair WHERE id = a;
          """
              .formatted(ones, others));
      assertEquals(120, capture(channels));
      same();
    }
  }

  @Test
  void aValueThatAnotherLaneFreesIsWaitedFor() throws Exception {
    List<UUID> channels = uniqueCodes();
    // Rows that others depend on are not taken out of the way.
    databases.execute(
        "sw",
        "CREATE TABLE public.kept (id bigint REFERENCES public.person ON DELETE CASCADE);"
            + " INSERT INTO public.kept SELECT id FROM public.person");
    long takes = keysOf(1, 1).getFirst();
    long frees = keysOf(2, 1).getFirst();
    databases.execute(
        "gs",
        "UPDATE public.person SET code = 'free' WHERE id = %2$d;".formatted(takes, frees)
            + "UPDATE public.person SET code = lpad('%2$d', 18, '0') WHERE id = %1$d"
                .formatted(takes, frees));
    run = UUID.randomUUID();
    begin(1, channels, List.of());
    exchange.awaitState(run, channels.getFirst(), Side.TARGET, "RUNNING");
    begin(2, channels, List.of());

    assertEquals(2, completed(channels));
    same();
    assertEquals("400", databases.value("sw", "SELECT count(*) FROM public.kept"));
  }

  @Test
  void valuesThatOnlyTheTargetKeepsUniqueEndTheRun() throws Exception {
    databases.execute("sw", "CREATE UNIQUE INDEX ON public.person (code)");
    People.insertMany(databases, 50);
    List<UUID> channels = channels(2);
    capture(channels);
    long one = keysOf(1, 1).getFirst();
    long other = keysOf(2, 1).getFirst();
    databases.execute(
        "gs",
        "UPDATE public.person SET code = lpad('%d', 18, '0') WHERE id = %d".formatted(other, one));

    begin(channels, List.of());
    JsonNode failed = exchange.awaitState(run, channels.getFirst(), Side.TARGET, "FAILED");
    assertEquals("constraint-violated", failed.get("reason").asText());
    exchange.awaitState(run, channels.getLast(), Side.SOURCE, "COMPLETED");

    databases.execute("gs", "UPDATE public.person SET code = 'own' WHERE id = " + other);
    capture(channels);
    same();
  }

  @Test
  void anotherNumberOfLanesCopiesAnewAndRemovesWhatIsGone() throws Exception {
    People.insertMany(databases, 500);
    databases.execute(
        "sw", "INSERT INTO public.person (id, name, changed_at) VALUES (7777, 'of others', now())");
    List<UUID> one = channels(1);
    capture(one);
    databases.execute("gs", "DELETE FROM public.person WHERE id <= 100");
    List<UUID> three = channels(3);
    begin(three, one);
    assertEquals(403, completed(three));
    assertEquals(
        "400:7777",
        databases.value(
            "sw", "SELECT count(*) FILTER (WHERE id < 7777) || ':' || max(id) FROM public.person"));
    assertEquals("3", databases.value("gs", "SELECT count(*) FROM govshare_capture.reader"));
    databases.execute("gs", "UPDATE public.person SET name = 'new' WHERE id = 200");
    assertEquals(1, capture(three));

    databases.execute("gs", "DELETE FROM public.person WHERE id > 400");
    begin(one, three);
    assertEquals(301, completed(one));
    databases.execute("gs", "DELETE FROM public.person WHERE id = 300");
    assertEquals(1, capture(one));
    databases.execute("sw", "DELETE FROM public.person WHERE id = 7777");
    same();
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.change_1"));
  }

  @Test
  void rowsThatDoNotFitAreParkedByTheirLaneAndSettledByItAlone() throws Exception {
    People.insertMany(databases, 60);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    exchange.badRowPercent(100.0);
    List<UUID> channels = channels(2);
    capture(channels);
    List<Long> keys = List.of(keysOf(1, 1).getFirst(), keysOf(2, 1).getFirst());
    String bad = "UPDATE public.person SET amount = -1 WHERE id = ";
    databases.execute("gs", bad + keys.getFirst() + ";" + bad + keys.getLast());
    assertEquals(2, capture(channels));
    String states = "SELECT string_agg(state, ' ' ORDER BY state) FROM govshare.parked_row";
    assertEquals("WAITING WAITING", databases.value("sw", states));

    databases.execute("gs", "TRUNCATE public.person");
    run = UUID.randomUUID();
    begin(1, channels, List.of());
    exchange.awaitState(run, channels.getFirst(), Side.TARGET, "COMPLETED");
    assertEquals("SUPERSEDED WAITING", databases.value("sw", states));
    begin(2, channels, List.of());
    assertEquals(2, completed(channels));
    assertEquals("SUPERSEDED SUPERSEDED", databases.value("sw", states));
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }
}
