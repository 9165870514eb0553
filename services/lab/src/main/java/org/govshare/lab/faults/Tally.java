package org.govshare.lab.faults;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a campaign has injected and found so far. May be used from several threads. */
final class Tally {

  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> steps = new TreeMap<>();
  private final Map<String, Recoveries> recoveries = new TreeMap<>();
  private final List<Double> loads = new ArrayList<>();
  private final Map<String, Integer> required = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private long lost;
  private long duplicated;
  private long reordered;
  private long receiptsBroken;

  synchronized void injected(Blow blow) {
    (blow instanceof Blow.AtStep || blow instanceof Blow.CentreAtStep ? steps : kinds)
        .merge(blow.kind(), 1, Integer::sum);
    loads.add(load());
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
    recoveries
        .computeIfAbsent(blow.kind(), kind -> new Recoveries(blow.limitSeconds()))
        .add(seconds);
  }

  /** Each of these is to strike so often. */
  synchronized void require(List<String> names, int times) {
    names.forEach(name -> required.put(name, times));
  }

  /** A kind that cannot strike here, with the reason. */
  synchronized void leftOut(String what) {
    leftOut.add(what);
  }

  /** The kinds that have struck less often than they are to. */
  synchronized List<String> tooRare() {
    return required.entrySet().stream()
        .filter(it -> times(it.getKey()) < it.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized int count() {
    return sum(kinds) + sum(steps);
  }

  synchronized boolean clean() {
    return lost == 0 && duplicated == 0 && reordered == 0 && receiptsBroken == 0;
  }

  /** Recoveries that took longer than they should. */
  synchronized long tooSlow() {
    return recoveries.values().stream().mapToLong(Recoveries::aboveLimit).sum();
  }

  /** Prints what {@code results.json} says as a table. */
  synchronized void print() {
    System.out.printf(
        "%-46s %6s %8s %10s %10s %12s%n",
        "fault", "times", "at least", "median", "slowest", "above limit");
    for (Map<String, Integer> part : List.of(kinds, steps)) {
      part.forEach(this::print);
      System.out.println();
    }
    required.keySet().stream()
        .filter(name -> times(name) == 0)
        .forEach(name -> System.out.println("never: " + name));
    leftOut.forEach(what -> System.out.println("not injected: " + what));
    System.out.printf(
        "load average at the faults: median %.1f, highest %.1f, on %d cores%n",
        Recoveries.median(loads),
        loads.stream().mapToDouble(Double::doubleValue).max().orElse(0),
        Runtime.getRuntime().availableProcessors());
    System.out.printf(
        "limits: agent %d s, broker %d s; %d recoveries above them%n",
        Blow.AGENT_SECONDS, Blow.BROKER_SECONDS, tooSlow());
    System.out.printf(
        "injected %d: %d at fail points, %d others; lost %d, duplicated %d, reordered %d,"
            + " receipts broken %d, slowest recovery %.1f s%n",
        count(), sum(steps), sum(kinds), lost, duplicated, reordered, receiptsBroken, slowest());
  }

  private void print(String kind, int times) {
    Recoveries known = recoveries.get(kind);
    boolean limited = known != null && known.limitSeconds() > 0;
    System.out.printf(
        "%-46s %6d %8s %10s %10s %12s%n",
        kind,
        times,
        required.containsKey(kind) ? required.get(kind) : "",
        known == null ? "-" : "%.1f s".formatted(known.median()),
        known == null ? "-" : "%.1f s".formatted(known.slowest()),
        limited ? known.aboveLimit() + " of " + known.times() : "");
  }

  synchronized Results results(long seed) {
    Map<String, Integer> injected = new TreeMap<>(kinds);
    injected.putAll(steps);
    Map<String, Recovery> byKind = new TreeMap<>();
    recoveries.forEach(
        (kind, known) ->
            byKind.put(
                kind,
                new Recovery(
                    known.median(), known.slowest(), known.limitSeconds(), known.aboveLimit())));
    return new Results(
        seed,
        injected,
        lost,
        duplicated,
        reordered,
        receiptsBroken,
        slowest(),
        sum(steps),
        sum(kinds),
        new TreeMap<>(required),
        List.copyOf(leftOut),
        byKind,
        Recoveries.median(loads));
  }

  private double slowest() {
    return recoveries.values().stream().mapToDouble(Recoveries::slowest).max().orElse(0);
  }

  /** How often a kind has struck, or all kinds whose names begin so. */
  private int times(String name) {
    return steps.containsKey(name)
        ? steps.get(name)
        : kinds.entrySet().stream()
            .filter(it -> it.getKey().equals(name) || it.getKey().startsWith(name + ", "))
            .mapToInt(Map.Entry::getValue)
            .sum();
  }

  private static int sum(Map<String, Integer> times) {
    return times.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** What is written to {@code results.json}. */
  record Results(
      long seed,
      Map<String, Integer> injected,
      long lost,
      long duplicated,
      long reordered,
      long receiptsBroken,
      double slowestRecoverySeconds,
      int atFailPoints,
      int others,
      Map<String, Integer> atLeast,
      List<String> leftOut,
      Map<String, Recovery> recoveries,
      double loadAverage) {}

  /** How long it took until rows flowed again, in seconds; without a limit that is 0. */
  record Recovery(double median, double slowest, int limit, long aboveLimit) {}
}
