package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;

/**
 * A full copy under faults. The target table has no key, so that the database does not hide a row
 * that is written twice; it numbers its rows as they arrive, and that must be the order of the
 * keys.
 */
final class FullRound {

  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final ExchangeBed bed;
  private final Tally tally;
  private final SampleTable.Content expected;

  FullRound(ExchangeBed bed, Tally tally, SampleTable.Content expected) {
    this.bed = bed;
    this.tally = tally;
    this.expected = expected;
  }

  void run(List<Fault> faults) throws Exception {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      SampleTable.create(target, ExchangeBed.TABLE, false);
      statement.execute("ALTER TABLE " + ExchangeBed.TABLE + " ADD COLUMN arrival bigserial");
      bed.own(target, ExchangeBed.TABLE);
    }
    UUID channel = bed.openChannel();
    UUID run = bed.startRun(channel, TransferMode.FULL);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (Fault fault : faults) {
      if (!reached(channel, run, fault.progress(), deadline)) {
        break;
      }
      inject(fault, channel, run, deadline);
    }
    while (!bed.centre().completed(run) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    if (!bed.centre().completed(run)) {
      System.out.println("the run did not end: every row counts as lost");
      tally.found(expected.rows(), 0, 0, 0);
      return;
    }
    judge(channel);
  }

  private void inject(Fault fault, UUID channel, UUID run, long deadline) throws Exception {
    Thread.sleep(fault.delayMillis());
    if (bed.centre().completed(run)) {
      return;
    }
    bed.kill(fault.part());
    tally.injected(fault.part());
    Thread.sleep(fault.downMillis());
    long before = sequence(channel);
    long start = System.nanoTime();
    bed.restart(fault.part());
    while (sequence(channel) <= before
        && !bed.centre().completed(run)
        && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    tally.recovered(seconds);
    System.out.printf(
        "  %-24s at %3.0f %%, away %4d ms, flowing again after %.1f s%n",
        fault.part().fault(), fault.progress() * 100, fault.downMillis(), seconds);
  }

  private boolean reached(UUID channel, UUID run, double progress, long deadline)
      throws InterruptedException {
    while (System.nanoTime() < deadline) {
      if (bed.centre().completed(run)) {
        return false;
      }
      Receipt last = bed.centre().lastReceipt(channel);
      if (last != null && last.runTotals().rows() >= progress * expected.rows()) {
        return true;
      }
      Thread.sleep(5);
    }
    return false;
  }

  private long sequence(UUID channel) {
    Receipt last = bed.centre().lastReceipt(channel);
    return last == null ? 0 : last.sequence();
  }

  private void judge(UUID channel) throws Exception {
    try (Connection target = bed.target()) {
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      long lost = expected.distinctKeys() - actual.distinctKeys();
      long duplicated = actual.rows() - actual.distinctKeys();
      if (lost == 0 && duplicated == 0 && !actual.checksum().equals(expected.checksum())) {
        System.out.println("as many rows, but not the same");
        lost = 1;
      }
      long reordered = outOfOrder(target);
      List<String> broken =
          bed.centre()
              .brokenReceipts(
                  channel,
                  bed.signingKey(Side.SOURCE),
                  bed.signingKey(Side.TARGET),
                  sequence(channel));
      broken.forEach(System.out::println);
      tally.found(lost, duplicated, reordered, broken.size());
      System.out.printf(
          "full copy of %,d rows: lost %d, duplicated %d, reordered %d, receipts %d, broken %d%n",
          actual.rows(), lost, duplicated, reordered, sequence(channel), broken.size());
    }
  }

  private static long outOfOrder(Connection target) throws SQLException {
    try (Statement statement = target.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*) FROM (SELECT id < lag(id) OVER (ORDER BY arrival) AS back FROM "
                    + ExchangeBed.TABLE
                    + ") AS ordered WHERE back")) {
      result.next();
      return result.getLong(1);
    }
  }
}
