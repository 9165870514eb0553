package org.govshare.lab.faults;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.protocol.control.TransferMode;

/** Faults that strike one after the other while one run follows the other. */
final class Strikes {

  private final ExchangeBed bed;
  private final Tally tally;
  private final FaultPlan plan;
  private final TransferMode mode;
  private final long pauseMillis;

  /**
   * Faults of a plan.
   *
   * @param pauseMillis pause before each
   */
  Strikes(ExchangeBed bed, Tally tally, FaultPlan plan, TransferMode mode, long pauseMillis) {
    this.bed = bed;
    this.tally = tally;
    this.plan = plan;
    this.mode = mode;
    this.pauseMillis = pauseMillis;
  }

  /** Brings what there is to bring. */
  interface Flow {
    /** Returns when a run has ended, or the time is over. */
    void run() throws Exception;
  }

  /** Lets runs follow each other until every fault has struck or the time is over. */
  void during(Flow flow, List<Fault> faults, Channels channels, long deadline) throws Exception {
    AtomicReference<Exception> failure = new AtomicReference<>();
    Thread striking =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    strike(faults, channels, deadline);
                  } catch (Exception e) {
                    failure.set(e);
                  }
                });
    while (striking.isAlive() && System.nanoTime() < deadline) {
      flow.run();
    }
    striking.join();
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private void strike(List<Fault> faults, Channels channels, long deadline) throws Exception {
    Injector injector = new Injector(bed, false);
    for (Fault fault : faults) {
      Thread.sleep(pauseMillis + fault.delayMillis() * 20L);
      if (!injector.strike(fault, channels::receipts, () -> false)) {
        plan.missed(fault.blow());
        continue;
      }
      long before = channels.receipts();
      long start = System.nanoTime();
      tally.injected(fault.blow());
      while (channels.receipts() <= before && System.nanoTime() < deadline) {
        Thread.sleep(5);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      tally.recovered(fault.blow(), seconds);
      System.out.printf(
          "  %s during %s %s, %d ms%n    flowing again after %.1f s%n",
          fault.blow().kind(), mode, fault.blow().place(), fault.downMillis(), seconds);
    }
    Thread.sleep(pauseMillis);
  }
}
