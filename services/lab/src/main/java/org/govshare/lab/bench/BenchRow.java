package org.govshare.lab.bench;

import java.util.List;
import java.util.Locale;

/**
 * One line of the benchmark's results.
 *
 * @param name name of the benchmark
 * @param figure the platform's median
 * @param unit unit of figure and baseline
 * @param baseline what it was measured beside, and that one's median
 * @param ratio median of the rounds' ratios of figure to baseline
 * @param rounds each round's two figures
 */
record BenchRow(
    String name, double figure, String unit, String baseline, double ratio, List<Round> rounds) {

  /** The two figures of one round, measured one right after the other. */
  record Round(double figure, double baseline) {
    double ratio() {
      return figure / baseline;
    }
  }

  static BenchRow of(String name, String unit, String baseline, List<Round> rounds) {
    return new BenchRow(
        name,
        median(rounds.stream().map(Round::figure).toList()),
        unit,
        baseline + ": " + shown(median(rounds.stream().map(Round::baseline).toList())) + " " + unit,
        median(rounds.stream().map(Round::ratio).toList()),
        rounds);
  }

  /** A figure without digits that say nothing. */
  static String shown(double figure) {
    boolean whole = figure >= 1_000 || figure == Math.rint(figure);
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", figure);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
