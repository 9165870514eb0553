package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.RunOrder;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.receipt.Receipt;

/**
 * What an owner does to the data: a row that the target refuses, a table altered in mid-run. Either
 * must be noticed. When the row is mended the next run must bring everything; when the table is,
 * the same run.
 */
final class BadDataRound {

  /** What strikes here. */
  static final List<String> KINDS =
      List.of(new Blow.PoisonRow().kind(), new Blow.SchemaChange(true).kind());

  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final String TABLE = ExchangeBed.TABLE;

  private final ExchangeBed bed;
  private final Tally tally;
  private final SampleTable.Content expected;

  BadDataRound(ExchangeBed bed, Tally tally, SampleTable.Content expected) {
    this.bed = bed;
    this.tally = tally;
    this.expected = expected;
  }

  void run(FaultPlan plan) throws Exception {
    poison(1 + (long) (plan.progress() * expected.rows()), false);
    poison(1 + (long) (plan.progress() * expected.rows()), true);
    alter(new Blow.SchemaChange(true), plan.progress() / 2);
    alter(new Blow.SchemaChange(false), plan.progress() / 2);
  }

  /** A refused row ends the run, or, if the service allows some, is parked alone. */
  private void poison(long id, boolean parking) throws Exception {
    freshTarget();
    onTarget("ALTER TABLE " + TABLE + " ADD CONSTRAINT sane CHECK (version > 0)");
    onSource("UPDATE " + TABLE + " SET version = -1 WHERE id = " + id);
    UUID channel = bed.openChannel();
    RunLimits limits = parking ? new RunLimits(null, 1.0) : RunLimits.NONE;
    RunProgress failure =
        outcome(
            bed.startRun(
                RunOrder.single(channel, TransferMode.FULL, CryptoSuite.INTL, TABLE)
                    .within(limits)));
    tally.injected(new Blow.PoisonRow());
    System.out.printf(
        "  poison row %d: the run ends %s, parked %d%n",
        id, failure == null ? "well" : "with " + failure.reason(), parked(channel));
    if (parking) {
      long missing = expected.rows() - 1 - content().rows();
      tally.found(Math.abs(missing) + Math.abs(parked(channel) - 1), 0, 0, 0);
    }
    if (parking != (failure == null)) {
      tally.found(expected.rows(), 0, 0, 0);
    }
    onSource("UPDATE " + TABLE + " SET version = 1 WHERE id = " + id);
    again(channel);
    tally.found(parked(channel), 0, 0, 0);
  }

  private long parked(UUID channel) throws SQLException {
    try (Connection target = bed.target()) {
      return Parked.waiting(target, channel);
    }
  }

  /**
   * A column that the run writes has another type: the run stands by, tells which, and goes on by
   * itself when the type is back. A column that nobody fills disturbs nothing.
   */
  private void alter(Blow.SchemaChange change, double progress) throws Exception {
    freshTarget();
    UUID channel = bed.openChannel();
    UUID run =
        bed.startRun(
            RunOrder.single(channel, TransferMode.FULL, CryptoSuite.INTL, TABLE)
                .expectingColumns());
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Receipt last = null;
    while (System.nanoTime() < deadline
        && (last == null || last.runTotals().rows() < progress * expected.rows())) {
      last = bed.centre().lastReceipt(channel);
      Thread.sleep(5);
    }
    onTarget(
        "ALTER TABLE "
            + TABLE
            + (change.ofMappedColumn()
                ? " ALTER COLUMN employees TYPE bigint"
                : " ADD COLUMN remark text"));
    tally.injected(change);
    if (change.ofMappedColumn()) {
      SchemaDrifted told = drift(run, deadline);
      boolean named =
          told != null
              && told.differences().stream().anyMatch(it -> "employees".equals(it.column()));
      System.out.printf("  schema change at %.0f %%, told: %s%n", progress * 100, told);
      if (!named || bed.centre().completed(run)) {
        System.out.println("an altered column did not make the run stand by");
        tally.found(expected.rows(), 0, 0, 0);
      }
      onTarget("ALTER TABLE " + TABLE + " ALTER COLUMN employees TYPE integer");
    }
    RunProgress failure = outcome(run);
    System.out.printf(
        "  schema change at %.0f %%, %s: the run ends %s%n",
        progress * 100, change.place(), failure == null ? "well" : "with " + failure.reason());
    if (failure != null) {
      tally.found(expected.rows(), 0, 0, 0);
    }
    compare();
  }

  private SchemaDrifted drift(UUID run, long deadline) throws InterruptedException {
    while (bed.centre().drift(run) == null
        && bed.centre().failure(run) == null
        && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    return bed.centre().drift(run);
  }

  /** The failure that a run ends with, null when it ends well. */
  private RunProgress outcome(UUID run) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      RunProgress failure = bed.centre().failure(run);
      if (failure != null || bed.centre().completed(run)) {
        bed.centre().forget(run);
        return failure;
      }
      Thread.sleep(20);
    }
    bed.centre().forget(run);
    throw new IllegalStateException("the run neither ended nor failed");
  }

  private void again(UUID channel) throws Exception {
    RunProgress failure = outcome(bed.startRun(channel, TransferMode.FULL));
    if (failure != null) {
      System.out.println("mended, and yet: " + failure.reason() + " " + failure.detail());
      tally.found(expected.rows(), 0, 0, 0);
      return;
    }
    compare();
  }

  private void compare() throws SQLException {
    SampleTable.Content actual = content();
    long lost = Math.abs(expected.rows() - actual.rows());
    tally.found(lost == 0 && !actual.equals(expected) ? 1 : lost, 0, 0, 0);
    System.out.printf("%,d rows of bad data, mended: lost %d%n", actual.rows(), lost);
  }

  private SampleTable.Content content() throws SQLException {
    try (Connection target = bed.target()) {
      return SampleTable.content(target, TABLE);
    }
  }

  private void freshTarget() throws SQLException {
    try (Connection target = bed.target()) {
      SampleTable.create(target, TABLE, true);
      bed.own(target, TABLE);
    }
  }

  private void onTarget(String sql) throws SQLException {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      statement.execute(sql);
    }
  }

  private void onSource(String sql) throws SQLException {
    try (Connection source = bed.source();
        Statement statement = source.createStatement()) {
      statement.execute(sql);
    }
  }
}
