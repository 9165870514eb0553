package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.Test;

/** Several channels side by side that bring one table to one target. */
class LaneTest extends DatabaseTest {
  private static final int ROWS = 20_000;

  private UUID run = UUID.randomUUID();

  private static List<UUID> channels(int count) {
    return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
  }

  private void start(TransferMode mode, List<UUID> channels, List<UUID> replaced) throws Exception {
    for (int number = 1; number <= channels.size(); number++) {
      start(mode, new Lane(number, channels.size(), channels, replaced), 0);
    }
  }

  private void start(TransferMode mode, Lane lane, int restart) throws Exception {
    exchange.start(run, "sw", mode, People.COLUMNS, lane, restart);
  }

  private long completed(List<UUID> channels) throws Exception {
    long rows = 0;
    for (UUID channel : channels) {
      exchange.awaitState(run, channel, Side.TARGET, "COMPLETED");
      rows += exchange.awaitState(run, channel, Side.SOURCE, "COMPLETED").get("rows").asLong();
    }
    return rows;
  }

  private void assertSame() throws Exception {
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  private void assertChained(List<UUID> channels) {
    for (UUID channel : channels) {
      Receipt before = null;
      for (Receipt receipt : exchange.centre().receipts(channel)) {
        assertNull(receipt.breakAfter(before));
        before = receipt;
      }
    }
  }

  @Test
  void rangesOfTheKeyAreCopiedSideBySide() throws Exception {
    People.insertMany(databases, ROWS);
    People.insertAwkward(databases);
    exchange.startNodes();
    List<UUID> channels = channels(3);

    start(TransferMode.FULL, channels, List.of());

    long all = Long.parseLong(databases.value("gs", "SELECT count(*) FROM public.person"));
    assertEquals(all, completed(channels));
    assertSame();
    assertChained(channels);
    assertEquals(
        "3",
        databases.value(
            "sw",
            "SELECT count(*) FROM govshare.channel WHERE run_rows > "
                + ROWS / 4
                + " AND apply_mode = 'DIRECT'"));
  }

  @Test
  void fewerRowsThanLanesAreCopiedToo() throws Exception {
    People.insertMany(databases, 2);
    exchange.startNodes();
    List<UUID> channels = channels(8);

    start(TransferMode.FULL, channels, List.of());

    assertEquals(2, completed(channels));
    assertSame();
  }

  @Test
  void aLaneThatComesLateReadsTheSnapshotOfTheFirst() throws Exception {
    People.insertMany(databases, 3000);
    exchange.startNodes();
    List<UUID> channels = channels(2);
    start(TransferMode.FULL, new Lane(1, 2, channels, List.of()), 0);
    exchange.awaitState(run, channels.getFirst(), Side.SOURCE, "COMPLETED");
    String before = People.digest(databases, "gs");
    databases.execute(
        "gs",
        "UPDATE public.person SET name = 'later'; DELETE FROM public.person WHERE id % 5 = 0");

    start(TransferMode.FULL, new Lane(2, 2, channels, List.of()), 0);

    assertEquals(3000, completed(channels));
    assertEquals(before, People.digest(databases, "sw"));
  }

  @Test
  void breaksAnywhereLoseAndDoubleNothing() throws Exception {
    long seed = Long.getLong("govshare.seed", System.nanoTime());
    Random random = new Random(seed);
    People.insertMany(databases, ROWS);
    exchange.startNodes();
    List<UUID> channels = channels(2 + random.nextInt(4));
    start(TransferMode.FULL, channels, List.of());
    List<String> done = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Thread.sleep(random.nextInt(250));
      done.add(broken(random.nextInt(6)));
    }

    String told = "seed " + seed + ", " + channels.size() + " lanes, " + done;
    assertEquals(ROWS, completed(channels), told);
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"), told);
    assertChained(channels);
    assertEquals(
        "0",
        databases.value("sw", "SELECT count(*) FROM govshare.channel WHERE NOT run_complete"),
        told);
  }

  private String broken(int fault) throws Exception {
    switch (fault) {
      case 0 -> {
        exchange.stopNode("gs");
        exchange.startNode("gs");
      }
      case 1 -> {
        exchange.stopNode("sw");
        exchange.startNode("sw");
      }
      case 2 -> exchange.node("gs").broker().cut();
      case 3 -> exchange.node("sw").broker().cut();
      case 4 -> databases.breakConnections("gs");
      default -> databases.breakConnections("sw");
    }
    return List.of(
            "source",
            "target",
            "source's link",
            "target's link",
            "source's database",
            "target's database")
        .get(fault);
  }

  @Test
  void incrementsAreSplitByHashAndGoOnWhenTheLanesChange() throws Exception {
    People.insertMany(databases, 3000);
    exchange.startNodes();
    List<UUID> two = channels(2);
    start(TransferMode.INCREMENT, two, List.of());
    assertEquals(3000, completed(two));
    assertEquals(
        "2",
        databases.value(
            "sw", "SELECT count(*) FROM govshare.channel WHERE run_rows BETWEEN 1200 AND 1800"));
    databases.execute(
        "gs",
        "UPDATE public.person SET name = 'new', changed_at = clock_timestamp() WHERE id <= 100");

    run = UUID.randomUUID();
    List<UUID> three = channels(3);
    start(TransferMode.INCREMENT, three, two);
    long again = completed(three);
    assertSame();
    assertTrue(again >= 100 && again < 200, "the lanes went on from where two were: " + again);
    databases.execute(
        "gs",
        "UPDATE public.person SET name = 'newer', changed_at = clock_timestamp() WHERE id <= 50");

    run = UUID.randomUUID();
    List<UUID> one = channels(1);
    start(TransferMode.INCREMENT, one, three);
    completed(one);
    assertSame();
    run = UUID.randomUUID();
    start(TransferMode.INCREMENT, one, List.of());
    exchange.awaitState(run, one.getFirst(), Side.TARGET, "COMPLETED");
    assertEquals(
        0, exchange.awaitState(run, one.getFirst(), Side.SOURCE, "COMPLETED").get("rows").asInt());
    assertSame();
  }

  @Test
  void aLaneThatNeverCameHasTheIncrementsBeginAnew() throws Exception {
    People.insertMany(databases, 500);
    exchange.startNodes();
    List<UUID> two = channels(2);
    start(TransferMode.INCREMENT, new Lane(1, 2, two, List.of()), 0);
    long first =
        exchange.awaitState(run, two.getFirst(), Side.SOURCE, "COMPLETED").get("rows").asLong();
    assertTrue(first < 500);

    run = UUID.randomUUID();
    List<UUID> three = channels(3);
    start(TransferMode.INCREMENT, three, two);
    assertEquals(500, completed(three));
    assertSame();
  }

  /** Two keys that fall to lanes one and two of two. */
  private List<String> keysOfBothLanes() throws Exception {
    String hash = "sha256(convert_to(CAST(ROW(id) AS text), 'UTF8'))";
    String lane = "(get_byte(" + hash + ", 0) * 256 + get_byte(" + hash + ", 1)) % 2";
    return List.of(
        databases.value("gs", "SELECT min(id) FROM public.person WHERE " + lane + " = 0"),
        databases.value("gs", "SELECT min(id) FROM public.person WHERE " + lane + " = 1"));
  }

  private List<UUID> uniqueNamesOfTwoLanes() throws Exception {
    databases.execute("sw", "ALTER TABLE public.person ADD UNIQUE (name)");
    People.insertMany(databases, 50);
    exchange.startNodes();
    List<UUID> channels = channels(2);
    start(TransferMode.INCREMENT, channels, List.of());
    completed(channels);
    run = UUID.randomUUID();
    return channels;
  }

  @Test
  void aValueThatAnotherLaneFreesIsWaitedFor() throws Exception {
    List<UUID> channels = uniqueNamesOfTwoLanes();
    List<String> keys = keysOfBothLanes();
    databases.execute(
        "gs",
        "UPDATE public.person SET name = 'x' || name, changed_at = clock_timestamp() WHERE id = "
            + keys.getFirst()
            + "; UPDATE public.person SET name = '企业"
            + keys.getFirst()
            + "', changed_at = clock_timestamp() WHERE id = "
            + keys.getLast());

    start(TransferMode.INCREMENT, new Lane(2, 2, channels, List.of()), 0);
    Thread.sleep(1500);
    start(TransferMode.INCREMENT, new Lane(1, 2, channels, List.of()), 0);

    assertEquals(2, completed(channels));
    assertSame();
  }

  @Test
  void lanesThatWaitForEachOtherFail() throws Exception {
    List<UUID> channels = uniqueNamesOfTwoLanes();
    List<String> keys = keysOfBothLanes();
    databases.execute(
        "gs",
        "UPDATE public.person SET name = '企业' || ("
            + keys.getFirst()
            + " + "
            + keys.getLast()
            + " - id), changed_at = clock_timestamp() WHERE id IN ("
            + String.join(", ", keys)
            + ")");

    start(TransferMode.INCREMENT, channels, List.of());

    for (UUID channel : channels) {
      JsonNode failed = exchange.awaitState(run, channel, Side.TARGET, "FAILED");
      assertEquals("constraint-violated", failed.get("reason").asText());
    }
  }

  @Test
  void aLaneThatFailedIsStartedAgainAlone() throws Exception {
    People.insertMany(databases, 4000);
    databases.execute("sw", "ALTER TABLE public.person ADD CONSTRAINT low CHECK (id < 3900)");
    exchange.startNodes();
    List<UUID> channels = channels(2);
    start(TransferMode.FULL, channels, List.of());
    exchange.awaitState(run, channels.getFirst(), Side.SOURCE, "COMPLETED");
    JsonNode failed = exchange.awaitState(run, channels.getLast(), Side.TARGET, "FAILED");
    assertEquals("constraint-violated", failed.get("reason").asText());
    exchange.awaitState(run, channels.getLast(), Side.SOURCE, "FAILED");

    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT low");
    start(TransferMode.FULL, new Lane(2, 2, channels, List.of()), 1);

    JsonNode again = exchange.awaitState(run, channels.getLast(), Side.TARGET, "COMPLETED");
    assertEquals(1, again.get("restart").asInt());
    assertEquals(4000, completed(channels));
    assertSame();
    assertChained(channels);
  }

  @Test
  void aTargetThatIsDeadHoldsUpNobodyElse() throws Exception {
    People.insertMany(databases, ROWS);
    exchange.addTarget("rs");
    People.createTable(databases, "rs");
    exchange.startNodes();
    UUID toDead = UUID.randomUUID();
    UUID toLiving = UUID.randomUUID();
    exchange.start(run, "rs", TransferMode.FULL, People.COLUMNS, Lane.only(toDead), 0);
    exchange.start(run, "sw", TransferMode.FULL, People.COLUMNS, Lane.only(toLiving), 0);

    assertEquals(
        ROWS, exchange.awaitState(run, toLiving, Side.SOURCE, "COMPLETED").get("rows").asLong());
    assertSame();
    assertEquals("0", databases.value("rs", "SELECT count(*) FROM public.person"));

    exchange.startNode("rs");
    exchange.awaitState(run, toDead, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, toDead, Side.TARGET, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "rs"));
  }
}
