package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * A full copy under faults. The target table has no key, so that the database does not hide a row
 * that is written twice; it numbers its rows as they arrive, and that must be the order of the
 * keys.
 */
final class FullRound {

  private static final long PATIENCE_NANOS = 360_000_000_000L;

  private final ExchangeBed bed;
  private final Tally tally;
  private final FaultPlan plan;
  private final Injector injector;
  private final SampleTable.Content expected;

  FullRound(ExchangeBed bed, Tally tally, FaultPlan plan, SampleTable.Content expected) {
    this.bed = bed;
    this.tally = tally;
    this.plan = plan;
    this.injector = new Injector(bed, true);
    this.expected = expected;
  }

  void run(List<Fault> faults, CryptoSuite suite, int lanes, RunLimits limits) throws Exception {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      SampleTable.create(target, ExchangeBed.TABLE, false);
      statement.execute("ALTER TABLE " + ExchangeBed.TABLE + " ADD COLUMN arrival bigserial");
      bed.own(target, ExchangeBed.TABLE);
    }
    Channels channels =
        Channels.open(bed, TransferMode.FULL, suite, lanes, List.of(ExchangeBed.TABLE), limits);
    List<Fault> ordered = orderAtStart(faults);
    UUID run = channels.start();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (Fault fault : ordered) {
      Blow.AtStep atStep = (Blow.AtStep) fault.blow();
      struck(fault, injector.await(atStep, fault.downMillis(), () -> false));
    }
    for (Fault fault : faults) {
      boolean late = startsAtOrder(fault.blow());
      if (!ordered.contains(fault) && !late && reached(channels, run, fault.progress(), deadline)) {
        inject(fault, channels, run, deadline);
      } else if (!ordered.contains(fault)) {
        missed(fault);
      }
    }
    while (!bed.centre().completed(run) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    if (!bed.centre().completed(run)) {
      System.out.println("the run did not end: every row counts as lost");
      bed.centre().forget(run);
      tally.found(expected.rows(), 0, 0, 0);
      return;
    }
    judge(channels);
  }

  private static boolean startsAtOrder(Blow blow) {
    return blow instanceof Blow.AtStep atStep && atStep.step().when() == Step.When.START;
  }

  /** What obeys the run's commands is ordered before they are given, one to each agent. */
  private List<Fault> orderAtStart(List<Fault> faults) throws Exception {
    List<Fault> ordered = new ArrayList<>();
    Set<Side> taken = EnumSet.noneOf(Side.class);
    for (Fault fault : faults) {
      if (startsAtOrder(fault.blow())
          && fault.blow() instanceof Blow.AtStep atStep
          && taken.add(atStep.step().side(atStep.pass()))) {
        injector.order(atStep);
        ordered.add(fault);
      }
    }
    return ordered;
  }

  private void inject(Fault fault, Channels channels, UUID run, long deadline) throws Exception {
    if (bed.centre().completed(run)) {
      missed(fault);
      return;
    }
    boolean struck = injector.strike(fault, channels::receipts, () -> bed.centre().completed(run));
    long before = channels.receipts();
    long start = System.nanoTime();
    struck(fault, struck);
    if (!struck) {
      return;
    }
    while (channels.receipts() <= before
        && !bed.centre().completed(run)
        && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    tally.recovered(fault.blow(), seconds);
    System.out.printf("    flowing again after %.1f s%n", seconds);
  }

  private void struck(Fault fault, boolean struck) {
    if (!struck) {
      missed(fault);
      return;
    }
    tally.injected(fault.blow());
    System.out.printf(
        "  %s at %.0f %% %s, %d ms%n",
        fault.blow().kind(), fault.progress() * 100, fault.blow().place(), fault.downMillis());
  }

  private void missed(Fault fault) {
    plan.missed(fault.blow());
  }

  private boolean reached(Channels channels, UUID run, double progress, long deadline)
      throws InterruptedException {
    while (System.nanoTime() < deadline) {
      if (bed.centre().completed(run)) {
        return false;
      }
      if (channels.rows(run) >= progress * expected.rows()) {
        return true;
      }
      Thread.sleep(5);
    }
    return false;
  }

  private void judge(Channels channels) throws Exception {
    try (Connection target = bed.target()) {
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      long lost = expected.distinctKeys() - actual.distinctKeys() + channels.parked(target);
      long duplicated = actual.rows() - actual.distinctKeys();
      if (lost == 0 && duplicated == 0 && !actual.checksum().equals(expected.checksum())) {
        System.out.println("as many rows, but not the same");
        lost = 1;
      }
      long reordered = Math.max(0, outOfOrder(target) - (channels.lanes() - 1));
      List<String> broken = channels.broken();
      broken.forEach(System.out::println);
      tally.found(lost, duplicated, reordered, broken.size());
      System.out.printf(
          "full copy (%s) of %,d rows: lost %d, duplicated %d, reordered %d, receipts %d, broken"
              + " %d%n",
          channels.described(),
          actual.rows(),
          lost,
          duplicated,
          reordered,
          channels.receipts(),
          broken.size());
    }
  }

  /**
   * How often a row arrived before the one of the smaller key. Lanes have ranges of the key side by
   * side, so that where two meet, the greater keys may come first.
   */
  private static long outOfOrder(Connection target) throws SQLException {
    try (Statement statement = target.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*) FROM (SELECT arrival < lag(arrival) OVER (ORDER BY id) AS back"
                    + " FROM "
                    + ExchangeBed.TABLE
                    + ") AS ordered WHERE back")) {
      result.next();
      return result.getLong(1);
    }
  }
}
