package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * Increments under faults while the source is written to. A trigger at the target logs each version
 * of a row that is applied: a version twice is a duplicate, an older one after a newer is out of
 * order, and a row whose last version is not the source's is lost.
 */
final class IncrementRound {

  private static final long PATIENCE_NANOS = 360_000_000_000L;

  /** Pause before each fault of a campaign. */
  static final long BETWEEN_FAULTS_MILLIS = 1_500;

  private final ExchangeBed bed;
  private final Tally tally;
  private final Strikes strikes;
  private final long rows;
  private final long pauseMillis;

  IncrementRound(ExchangeBed bed, Tally tally, FaultPlan plan, long rows, long pauseMillis) {
    this.pauseMillis = pauseMillis;
    this.bed = bed;
    this.tally = tally;
    this.strikes = new Strikes(bed, tally, plan, TransferMode.INCREMENT, pauseMillis);
    this.rows = rows;
  }

  void run(List<Fault> faults, long seed, CryptoSuite suite, int lanes) throws Exception {
    prepare();
    Channels channels =
        Channels.open(
            bed, TransferMode.INCREMENT, suite, lanes, List.of(ExchangeBed.TABLE), RunLimits.NONE);
    long deadline =
        System.nanoTime() + PATIENCE_NANOS + faults.size() * 2 * pauseMillis * 1_000_000;
    try (SourceWriter writer = new SourceWriter(bed, seed, rows)) {
      strikes.during(() -> increment(channels, deadline), faults, channels, deadline);
    }
    // What was committed last is past the safety bound by the second of these.
    boolean ended = increment(channels, deadline);
    Thread.sleep(2_000);
    ended = ended && increment(channels, deadline);
    if (!ended) {
      System.out.println("the increments did not end: every row counts as lost");
      tally.found(rows, 0, 0, 0);
      return;
    }
    judge(channels);
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

  private boolean increment(Channels channels, long deadline) throws Exception {
    UUID run = channels.start();
    while (!bed.centre().completed(run)) {
      if (System.nanoTime() > deadline) {
        bed.centre().forget(run);
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  private void judge(Channels channels) throws Exception {
    try (Connection source = bed.source();
        Connection target = bed.target()) {
      SampleTable.Content expected = SampleTable.content(source, ExchangeBed.TABLE);
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      long lost = Math.abs(expected.rows() - actual.rows()) + channels.parked(target);
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
      List<String> broken = channels.broken();
      broken.forEach(System.out::println);
      tally.found(lost, duplicated, reordered, broken.size());
      System.out.printf(
          "increments (%s), %,d versions applied to %,d rows: lost %d, duplicated %d, reordered"
              + " %d, receipts %d, broken %d%n",
          channels.described(),
          count(target, "SELECT count(*) FROM applied_log"),
          actual.rows(),
          lost,
          duplicated,
          reordered,
          channels.receipts(),
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
