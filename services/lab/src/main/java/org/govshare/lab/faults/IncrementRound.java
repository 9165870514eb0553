package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;

/**
 * Increments under faults while the source is written to. A trigger at the target logs each version
 * of a row that is applied: a version twice is a duplicate, an older one after a newer is out of
 * order, and a row whose last version is not the source's is lost.
 */
final class IncrementRound {

  private static final long PATIENCE_NANOS = 240_000_000_000L;

  /** Pause before each fault of a campaign. */
  static final long BETWEEN_FAULTS_MILLIS = 1_500;

  private final ExchangeBed bed;
  private final Tally tally;
  private final FaultPlan plan;
  private final Injector injector;
  private final long rows;
  private final long pauseMillis;

  IncrementRound(ExchangeBed bed, Tally tally, FaultPlan plan, long rows, long pauseMillis) {
    this.pauseMillis = pauseMillis;
    this.bed = bed;
    this.tally = tally;
    this.plan = plan;
    this.injector = new Injector(bed, false);
    this.rows = rows;
  }

  void run(List<Fault> faults, long seed) throws Exception {
    prepare();
    UUID channel = bed.openChannel();
    long deadline =
        System.nanoTime() + PATIENCE_NANOS + faults.size() * 2 * pauseMillis * 1_000_000;
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (SourceWriter writer = new SourceWriter(bed, seed, rows)) {
      Thread injector =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      inject(faults, channel, deadline);
                    } catch (Exception e) {
                      failure.set(e);
                    }
                  });
      while (injector.isAlive() && System.nanoTime() < deadline) {
        increment(channel, deadline);
      }
      injector.join();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    // What was committed last is past the safety bound by the second of these.
    boolean ended = increment(channel, deadline);
    Thread.sleep(2_000);
    ended = ended && increment(channel, deadline);
    if (!ended) {
      System.out.println("the increments did not end: every row counts as lost");
      tally.found(rows, 0, 0, 0);
      return;
    }
    judge(channel);
  }

  private void prepare() throws SQLException {
    try (Connection source = bed.source();
        Connection target = bed.target();
        Statement statement = target.createStatement()) {
      SampleTable.create(source, ExchangeBed.TABLE, true);
      SampleTable.fill(source, ExchangeBed.TABLE, rows);
      bed.own(source, ExchangeBed.TABLE);
      SampleTable.create(target, ExchangeBed.TABLE, true);
      statement.execute("DROP TABLE IF EXISTS applied_log");
      statement.execute(
          "CREATE TABLE applied_log (number bigserial PRIMARY KEY, id bigint, version bigint)");
      statement.execute(
          """
          CREATE OR REPLACE FUNCTION log_applied() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO public.applied_log (id, version) VALUES (new.id, new.version);
            RETURN NULL;
          END $$
          """);
      statement.execute(
          "CREATE TRIGGER log_applied AFTER INSERT OR UPDATE ON "
              + ExchangeBed.TABLE
              + " FOR EACH ROW EXECUTE FUNCTION log_applied()");
      bed.own(target, ExchangeBed.TABLE);
      bed.own(target, "applied_log");
    }
  }

  private boolean increment(UUID channel, long deadline) throws Exception {
    UUID run = bed.startRun(channel, TransferMode.INCREMENT);
    while (!bed.centre().completed(run)) {
      if (System.nanoTime() > deadline) {
        bed.centre().forget(run);
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  private void inject(List<Fault> faults, UUID channel, long deadline) throws Exception {
    for (Fault fault : faults) {
      Thread.sleep(pauseMillis + fault.delayMillis() * 20L);
      if (!injector.strike(fault, () -> sequence(channel), () -> false)) {
        plan.missed(fault.blow());
        continue;
      }
      long before = sequence(channel);
      long start = System.nanoTime();
      tally.injected(fault.blow());
      while (sequence(channel) <= before && System.nanoTime() < deadline) {
        Thread.sleep(5);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      tally.recovered(fault.blow(), seconds);
      System.out.printf(
          "  %s during increments %s, %d ms%n    flowing again after %.1f s%n",
          fault.blow().kind(), fault.blow().place(), fault.downMillis(), seconds);
    }
    Thread.sleep(pauseMillis);
  }

  private long sequence(UUID channel) {
    Receipt last = bed.centre().lastReceipt(channel);
    return last == null ? 0 : last.sequence();
  }

  private void judge(UUID channel) throws Exception {
    try (Connection source = bed.source();
        Connection target = bed.target()) {
      SampleTable.Content expected = SampleTable.content(source, ExchangeBed.TABLE);
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      long lost = Math.abs(expected.rows() - actual.rows()) + Parked.waiting(target, channel);
      if (lost == 0 && !expected.equals(actual)) {
        System.out.println("as many rows, but not the same");
        lost = 1;
      }
      long duplicated =
          count(
              target,
              "SELECT coalesce(sum(times - 1), 0) FROM (SELECT count(*) AS times FROM applied_log"
                  + " GROUP BY id, version) AS versions");
      long reordered =
          count(
              target,
              "SELECT count(*) FROM (SELECT version < lag(version) OVER"
                  + " (PARTITION BY id ORDER BY number) AS back FROM applied_log) AS log"
                  + " WHERE back");
      Receipt last = bed.centre().lastReceipt(channel);
      List<String> broken =
          bed.centre()
              .brokenReceipts(
                  channel,
                  bed.signingKey(Side.SOURCE),
                  bed.signingKey(Side.TARGET),
                  last.sequence());
      broken.forEach(System.out::println);
      tally.found(lost, duplicated, reordered, broken.size());
      System.out.printf(
          "increments, %,d versions applied to %,d rows: lost %d, duplicated %d, reordered %d,"
              + " receipts %d, broken %d%n",
          count(target, "SELECT count(*) FROM applied_log"),
          actual.rows(),
          lost,
          duplicated,
          reordered,
          last.sequence(),
          broken.size());
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
