package org.govshare.lab.faults;

import java.util.ArrayList;
import java.util.List;

/** How long it took to flow again after faults of one kind, in seconds. */
final class Recoveries {

  private final int limitSeconds;
  private final List<Double> seconds = new ArrayList<>();

  /**
   * None yet.
   *
   * @param limitSeconds how long it may take, 0 if nobody says so
   */
  Recoveries(int limitSeconds) {
    this.limitSeconds = limitSeconds;
  }

  void add(double took) {
    seconds.add(Math.round(took * 10) / 10.0);
  }

  int times() {
    return seconds.size();
  }

  int limitSeconds() {
    return limitSeconds;
  }

  double median() {
    return median(seconds);
  }

  double slowest() {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  long aboveLimit() {
    return limitSeconds == 0 ? 0 : seconds.stream().filter(it -> it > limitSeconds).count();
  }

  /** The middle of some figures, the greater of two; 0 of none. */
  static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
