package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * Change capture by two lanes to each of two tables, under faults, while rows are inserted, updated
 * and deleted, change their keys, and are sometimes all truncated. When the writers have ended and
 * one run more is complete, either table must be the source's. Triggers at the target log each
 * version that is applied: none may be older than one of its key before it.
 */
final class CaptureRound {

  static final int LANES = 2;

  private static final long PATIENCE_NANOS = 480_000_000_000L;
  private static final long BETWEEN_FAULTS_MILLIS = 1_500;
  private static final List<String> TARGETS = List.of(ExchangeBed.TABLE, ExchangeBed.SECOND_TABLE);

  private final ExchangeBed bed;
  private final Tally tally;
  private final Strikes strikes;
  private final long rows;

  CaptureRound(ExchangeBed bed, Tally tally, FaultPlan plan, long rows) {
    this.bed = bed;
    this.tally = tally;
    this.strikes = new Strikes(bed, tally, plan, TransferMode.CAPTURE, BETWEEN_FAULTS_MILLIS);
    this.rows = rows;
  }

  void run(List<Fault> faults, long seed, CryptoSuite suite) throws Exception {
    prepare();
    Channels channels =
        Channels.open(bed, TransferMode.CAPTURE, suite, LANES, TARGETS, RunLimits.NONE);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try (CaptureWriter writer = new CaptureWriter(bed, seed, rows + rows / 4)) {
      strikes.during(() -> deliver(channels, deadline), faults, channels, deadline);
    }
    // A run whose window broke off reads on to one in a single snapshot by itself.
    if (!deliver(channels, deadline)) {
      System.out.println("change capture did not end: every row counts as lost");
      tally.found(rows, 0, 0, 0);
      return;
    }
    judge(channels);
    removeCapture();
  }

  /** What hangs on the source's table, so that other rounds can make it anew. */
  private void removeCapture() throws SQLException {
    try (Connection source = bed.source();
        Statement statement = source.createStatement()) {
      statement.execute("DROP SCHEMA govshare_capture CASCADE");
    }
  }

  private void prepare() throws SQLException {
    try (Connection source = bed.source();
        Connection target = bed.target();
        Statement atSource = source.createStatement();
        Statement atTarget = target.createStatement()) {
      SampleTable.create(source, ExchangeBed.TABLE, true);
      SampleTable.fill(source, ExchangeBed.TABLE, rows);
      bed.own(source, ExchangeBed.TABLE);
      atSource.execute("DROP SEQUENCE IF EXISTS version_number");
      atSource.execute("CREATE SEQUENCE version_number START 2");
      for (String table : TARGETS) {
        SampleTable.create(target, table, true);
        String log = log(table);
        atTarget.execute("DROP TABLE IF EXISTS " + log);
        atTarget.execute(
            "CREATE TABLE "
                + log
                + " (number bigserial PRIMARY KEY, id bigint, version bigint, op text)");
        atTarget.execute(
            """
            CREATE OR REPLACE FUNCTION log_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO public.%2$s (id, version, op)
              VALUES (coalesce(new.id, old.id), coalesce(new.version, old.version), TG_OP);
              RETURN NULL;
            END $$
            """
                .formatted(table, log));
        atTarget.execute(
            "CREATE TRIGGER log_applied AFTER INSERT OR UPDATE OR DELETE ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION log_"
                + table
                + "()");
        bed.own(target, table);
        bed.own(target, log);
      }
    }
  }

  private static String log(String table) {
    return table + "_log";
  }

  private boolean deliver(Channels channels, long deadline) throws Exception {
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
      List<String> broken = channels.broken();
      broken.forEach(System.out::println);
      tally.found(channels.parked(target), 0, 0, broken.size());
      System.out.printf(
          "change capture (%s): receipts %d, broken %d%n",
          channels.described(), channels.receipts(), broken.size());
      SampleTable.Content expected = SampleTable.content(source, ExchangeBed.TABLE);
      Map<Long, Long> versions = versions(source, ExchangeBed.TABLE);
      for (String table : TARGETS) {
        judge(target, table, expected, versions);
      }
    }
  }

  private void judge(
      Connection target, String table, SampleTable.Content expected, Map<Long, Long> versions)
      throws SQLException {
    Map<Long, Long> actual = versions(target, table);
    long lost =
        versions.entrySet().stream()
            .filter(row -> !row.getValue().equals(actual.get(row.getKey())))
            .count();
    // Rows that came back, or were never deleted.
    long tooMany = actual.keySet().stream().filter(key -> !versions.containsKey(key)).count();
    if (lost + tooMany == 0 && !SampleTable.content(target, table).equals(expected)) {
      System.out.println("as many rows, but not the same");
      lost = 1;
    }
    long reordered =
        count(
            target,
            "SELECT count(*) FROM (SELECT op <> 'DELETE' AND version < max(version) OVER"
                + " (PARTITION BY id ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1"
                + " PRECEDING) AS back FROM "
                + log(table)
                + ") AS log WHERE back");
    tally.found(lost, tooMany, reordered, 0);
    System.out.printf(
        "  %s: %,d changes applied (%,d deletes), %,d rows: lost %d, not deleted %d, reordered"
            + " %d%n",
        table,
        count(target, "SELECT count(*) FROM " + log(table)),
        count(target, "SELECT count(*) FROM " + log(table) + " WHERE op = 'DELETE'"),
        actual.size(),
        lost,
        tooMany,
        reordered);
  }

  private static Map<Long, Long> versions(Connection connection, String table) throws SQLException {
    Map<Long, Long> versions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, version FROM " + table)) {
      while (rows.next()) {
        versions.put(rows.getLong(1), rows.getLong(2));
      }
    }
    return versions;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
