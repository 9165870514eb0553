package org.govshare.lab.faults;

import java.util.Map;
import java.util.TreeMap;
import org.govshare.lab.fixture.Part;

/** What a campaign has injected and found so far. */
final class Tally {

  private final Map<String, Integer> injected = new TreeMap<>();
  private long lost;
  private long duplicated;
  private long reordered;
  private long receiptsBroken;
  private double slowestRecoverySeconds;

  void injected(Part part) {
    injected.merge(part.fault(), 1, Integer::sum);
  }

  void found(long moreLost, long moreDuplicated, long moreReordered, long moreReceiptsBroken) {
    lost += moreLost;
    duplicated += moreDuplicated;
    reordered += moreReordered;
    receiptsBroken += moreReceiptsBroken;
  }

  void recovered(double seconds) {
    slowestRecoverySeconds = Math.max(slowestRecoverySeconds, seconds);
  }

  int count() {
    return injected.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean clean() {
    return lost == 0 && duplicated == 0 && reordered == 0 && receiptsBroken == 0;
  }

  Results results(long seed) {
    return new Results(
        seed,
        Map.copyOf(injected),
        lost,
        duplicated,
        reordered,
        receiptsBroken,
        Math.round(slowestRecoverySeconds * 10) / 10.0);
  }

  /** What is written to {@code results.json}. */
  record Results(
      long seed,
      Map<String, Integer> injected,
      long lost,
      long duplicated,
      long reordered,
      long receiptsBroken,
      double slowestRecoverySeconds) {}
}
