package org.govshare.lab.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.TransferMode;

/**
 * How long a row takes from its commit at the source to its commit at the target while rows come at
 * a steady rate and one increment follows the other, the safety margin included. Both times are the
 * servers' own commit timestamps, on one machine's clock.
 */
final class Increments {

  private static final int ROWS_A_SECOND = 1_000;
  private static final int ROWS_A_TRANSACTION = 10;
  private static final long EXPECTED_MILLIS = 1_000;

  private final ExchangeBed bed;
  private final int seconds;

  Increments(ExchangeBed bed, int seconds) {
    this.bed = bed;
    this.seconds = seconds;
  }

  List<BenchRow> run() throws Exception {
    try (Connection source = bed.source();
        Connection target = bed.target()) {
      SampleTable.create(source, ExchangeBed.TABLE, true);
      try (Statement statement = source.createStatement()) {
        statement.execute("CREATE INDEX ON " + ExchangeBed.TABLE + " (updated_at, id)");
      }
      bed.own(source, ExchangeBed.TABLE);
      SampleTable.create(target, ExchangeBed.TABLE, true);
      bed.own(target, ExchangeBed.TABLE);
    }
    UUID channel = bed.openChannel();
    AtomicReference<Exception> failed = new AtomicReference<>();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    write();
                  } catch (Exception e) {
                    failed.set(e);
                  }
                });
    long runs = 0;
    while (writer.isAlive()) {
      increment(channel);
      runs++;
    }
    if (failed.get() != null) {
      throw failed.get();
    }
    Thread.sleep(1_500);
    increment(channel);
    List<Double> millis = latencies();
    long expected = (long) ROWS_A_SECOND * seconds;
    if (millis.size() != expected) {
      throw new IllegalStateException(millis.size() + " rows of " + expected + " arrived");
    }
    millis.sort(null);
    double median = millis.get(millis.size() / 2);
    double late = millis.get(millis.size() * 95 / 100);
    System.out.printf(
        "%,d rows in %d s by %d increments: p50 %.0f ms, p95 %.0f ms, most %.0f ms%n",
        millis.size(), seconds, runs, median, late, millis.getLast());
    return List.of(row("increment-latency-p50", median), row("increment-latency-p95", late));
  }

  private static BenchRow row(String name, double millis) {
    return BenchRow.of(
        name, "ms", "expected at most", List.of(new BenchRow.Round(millis, EXPECTED_MILLIS)));
  }

  private void write() throws SQLException, InterruptedException {
    long total = (long) ROWS_A_SECOND * seconds;
    long start = System.nanoTime();
    try (Connection source = bed.source();
        PreparedStatement insert =
            source.prepareStatement(
                "INSERT INTO "
                    + ExchangeBed.TABLE
                    + " (id, credit_code, name, address, scope, version, updated_at)"
                    + " VALUES (?, upper(substr(md5(?::text), 1, 18)), '合成企业', '合成省某市测试大街',"
                    + " '一般项目:技术开发;编号' || md5(?::text), 1, now())")) {
      source.setAutoCommit(false);
      for (long id = 1; id <= total; id++) {
        for (int parameter = 1; parameter <= 3; parameter++) {
          insert.setLong(parameter, id);
        }
        insert.addBatch();
        if (id % ROWS_A_TRANSACTION == 0) {
          insert.executeBatch();
          source.commit();
          long due = start + id * 1_000_000_000L / ROWS_A_SECOND;
          Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        }
      }
    }
  }

  private void increment(UUID channel) throws Exception {
    UUID run = bed.startRun(channel, TransferMode.INCREMENT);
    while (!bed.centre().completed(run)) {
      Thread.sleep(1);
    }
  }

  private List<Double> latencies() throws SQLException {
    Map<Long, Double> committed = new HashMap<>();
    try (Connection source = bed.source()) {
      commits(source, committed::put);
    }
    List<Double> millis = new ArrayList<>();
    try (Connection target = bed.target()) {
      commits(target, (id, at) -> millis.add(at - committed.get(id)));
    }
    return millis;
  }

  private interface Commit {
    void of(long id, double millis);
  }

  private static void commits(Connection connection, Commit each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 FROM "
                    + ExchangeBed.TABLE)) {
      while (rows.next()) {
        each.of(rows.getLong(1), rows.getDouble(2));
      }
    }
  }
}
