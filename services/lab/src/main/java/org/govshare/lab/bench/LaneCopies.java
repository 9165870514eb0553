package org.govshare.lab.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.RunOrder;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.receipt.Receipt;

/**
 * Full copies side by side, through the same two agents and one broker: one service alone, two
 * services on two pairs of tables at once, and one table by two lanes. Each table is compared with
 * its source before a round counts.
 */
final class LaneCopies {

  private static final int ROUNDS = 5;
  private static final long PATIENCE_SECONDS = 600;
  private static final List<String> TABLES = List.of(ExchangeBed.TABLE, ExchangeBed.SECOND_TABLE);

  private final ExchangeBed bed;
  private final long rows;
  private final Map<String, SampleTable.Content> expected = new HashMap<>();

  LaneCopies(ExchangeBed bed, long rows) {
    this.bed = bed;
    this.rows = rows;
  }

  List<BenchRow> run() throws Exception {
    try (Connection source = bed.source();
        Connection target = bed.target()) {
      for (String table : TABLES) {
        SampleTable.create(source, table, true);
        SampleTable.fill(source, table, rows);
        bed.own(source, table);
        SampleTable.create(target, table, true);
        bed.own(target, table);
        expected.put(table, SampleTable.content(source, table));
      }
    }
    Map<String, UUID> channels = new HashMap<>();
    for (String table : TABLES) {
      channels.put(table, bed.openChannel());
    }
    List<UUID> lanes = List.of(bed.openChannel(), bed.openChannel());
    // Once for warm caches and compiled code; not counted.
    services(TABLES, channels);
    List<BenchRow.Round> total = new ArrayList<>();
    List<BenchRow.Round> fairness = new ArrayList<>();
    List<BenchRow.Round> oneTable = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double alone = rows / services(TABLES.subList(0, 1), channels).getFirst();
      List<Double> seconds = services(TABLES, channels);
      double both = 2 * rows / seconds.getLast();
      double slower = rows / seconds.getLast();
      double faster = rows / seconds.getFirst();
      double split = rows / byLanes(lanes);
      total.add(new BenchRow.Round(both, alone));
      fairness.add(new BenchRow.Round(slower, faster));
      oneTable.add(new BenchRow.Round(split, alone));
      System.out.printf(
          "round %d: alone %,.0f rows/s, two services %,.0f (%.2f; slower %,.0f, faster %,.0f),"
              + " one table by two lanes %,.0f (%.2f)%n",
          round, alone, both, both / alone, slower, faster, split, split / alone);
    }
    return List.of(
        BenchRow.of("lanes", "rows/s", "one service alone", total),
        BenchRow.of("lanes-slower-of-two", "rows/s", "the faster of the two", fairness),
        BenchRow.of("lanes-of-one-table", "rows/s", "by one lane", oneTable));
  }

  /** Copies tables at once, each by a service of its own; seconds to each end, the first first. */
  private List<Double> services(List<String> tables, Map<String, UUID> channels) throws Exception {
    empty();
    long start = System.nanoTime();
    List<UUID> runs = new ArrayList<>();
    for (String table : tables) {
      runs.add(
          bed.startRun(
              RunOrder.single(channels.get(table), TransferMode.FULL, CryptoSuite.INTL, table)));
    }
    List<Double> seconds = new ArrayList<>();
    while (!runs.isEmpty()) {
      if (runs.removeIf(bed.centre()::completed)) {
        while (seconds.size() < tables.size() - runs.size()) {
          seconds.add((System.nanoTime() - start) / 1e9);
        }
      }
      pause(start);
    }
    for (String table : tables) {
      verify(table);
    }
    return seconds;
  }

  /** Copies one table by two lanes; seconds to the end of the last. */
  private double byLanes(List<UUID> lanes) throws Exception {
    empty();
    long start = System.nanoTime();
    UUID run =
        bed.startRun(
            new RunOrder(
                lanes.getFirst(),
                TransferMode.FULL,
                CryptoSuite.INTL,
                RunLimits.NONE,
                ExchangeBed.TABLE,
                List.of(new RunOrder.Destination(ExchangeBed.TABLE, lanes)),
                false));
    while (!lanes.stream().allMatch(lane -> ended(run, lane))) {
      // Says so if one has failed.
      bed.centre().completed(run);
      pause(start);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    verify(ExchangeBed.TABLE);
    return seconds;
  }

  private boolean ended(UUID run, UUID lane) {
    Receipt last = bed.centre().lastReceipt(lane);
    return last != null && last.run().equals(run) && last.kind() == FrameKind.END;
  }

  private static void pause(long start) throws InterruptedException {
    if (System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
      throw new IllegalStateException("the copies did not end within " + PATIENCE_SECONDS + " s");
    }
    Thread.sleep(2);
  }

  private void verify(String table) throws SQLException {
    try (Connection target = bed.target()) {
      SampleTable.Content actual = SampleTable.content(target, table);
      if (!actual.equals(expected.get(table))) {
        throw new IllegalStateException(
            table + " holds " + actual + ", not " + expected.get(table));
      }
    }
  }

  private void empty() throws SQLException {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      statement.execute("TRUNCATE " + String.join(", ", TABLES));
      statement.execute("CHECKPOINT");
    }
  }
}
