package org.govshare.lab.faults;

import java.util.Map;
import java.util.TreeMap;

/** What a campaign has injected and found so far. May be used from several threads. */
final class Tally {

  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> steps = new TreeMap<>();
  private final Map<String, Double> recoveries = new TreeMap<>();
  private long lost;
  private long duplicated;
  private long reordered;
  private long receiptsBroken;

  synchronized void injected(Blow blow) {
    (blow instanceof Blow.AtStep ? steps : kinds).merge(blow.kind(), 1, Integer::sum);
  }

  synchronized void found(
      long moreLost, long moreDuplicated, long moreReordered, long moreReceiptsBroken) {
    lost += moreLost;
    duplicated += moreDuplicated;
    reordered += moreReordered;
    receiptsBroken += moreReceiptsBroken;
  }

  /** Seconds from the end of a fault's cause to the next frame that got through. */
  synchronized void recovered(Blow blow, double seconds) {
    recoveries.merge(blow.kind(), Math.round(seconds * 10) / 10.0, Math::max);
  }

  synchronized int count() {
    return sum(kinds) + sum(steps);
  }

  synchronized boolean clean() {
    return lost == 0 && duplicated == 0 && reordered == 0 && receiptsBroken == 0;
  }

  /** Prints what {@code results.json} says as a table. */
  synchronized void print() {
    System.out.printf("%-46s %6s %18s%n", "fault", "times", "slowest recovery");
    for (Map<String, Integer> part : java.util.List.of(kinds, steps)) {
      part.forEach(
          (kind, times) ->
              System.out.printf(
                  "%-46s %6d %18s%n",
                  kind, times, recoveries.containsKey(kind) ? recoveries.get(kind) + " s" : "-"));
    }
    System.out.printf(
        "injected %d: %d at fail points, %d others; lost %d, duplicated %d, reordered %d,"
            + " receipts broken %d, slowest recovery %.1f s%n",
        count(),
        sum(steps),
        sum(kinds),
        lost,
        duplicated,
        reordered,
        receiptsBroken,
        recoveries.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  synchronized Results results(long seed) {
    return new Results(
        seed,
        new TreeMap<>(kinds),
        new TreeMap<>(steps),
        lost,
        duplicated,
        reordered,
        receiptsBroken,
        new TreeMap<>(recoveries));
  }

  private static int sum(Map<String, Integer> times) {
    return times.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What is written to {@code results.json}. */
  record Results(
      long seed,
      Map<String, Integer> kinds,
      Map<String, Integer> failPoints,
      long lost,
      long duplicated,
      long reordered,
      long receiptsBroken,
      Map<String, Double> slowestRecoverySeconds) {}
}
