package org.govshare.catalog.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentView;

/** Makes scores and places out of what an evaluation found. */
final class Ranking {

  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private Ranking() {}

  /** Every department, the best first, those without a score last. */
  static List<DepartmentResult> of(
      UUID evaluation,
      List<EvaluationRepository.Found> found,
      Map<Indicator, Integer> weights,
      Map<String, DepartmentView> names,
      Map<String, String> statements) {
    List<DepartmentResult> unranked =
        found.stream()
            .collect(Collectors.groupingBy(EvaluationRepository.Found::department))
            .entrySet()
            .stream()
            .map(
                entry ->
                    unranked(
                        names.get(entry.getKey()),
                        measured(evaluation, entry.getValue(), weights),
                        statements.get(entry.getKey())))
            .sorted(
                Comparator.comparing(
                        DepartmentResult::score, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(result -> result.department().code()))
            .toList();
    return ranked(unranked);
  }

  private static List<DepartmentResult.Measured> measured(
      UUID evaluation, List<EvaluationRepository.Found> found, Map<Indicator, Integer> weights) {
    return found.stream()
        .sorted(Comparator.comparing(EvaluationRepository.Found::indicator))
        .map(
            one ->
                new DepartmentResult.Measured(
                    one.indicator(),
                    weights.getOrDefault(one.indicator(), 0),
                    one.part(),
                    one.whole(),
                    one.whole() == 0
                        ? null
                        : FULL.multiply(BigDecimal.valueOf(one.part()))
                            .divide(BigDecimal.valueOf(one.whole()), 2, RoundingMode.HALF_UP),
                    "/api/catalog/v1/evaluations/"
                        + evaluation
                        + "/departments/"
                        + one.department()
                        + "/evidence?indicator="
                        + one.indicator()))
        .toList();
  }

  private static DepartmentResult unranked(
      DepartmentView department, List<DepartmentResult.Measured> measured, String statement) {
    BigDecimal sum = BigDecimal.ZERO;
    int weights = 0;
    for (DepartmentResult.Measured one : measured) {
      if (one.score() != null) {
        sum = sum.add(one.score().multiply(BigDecimal.valueOf(one.weight())));
        weights += one.weight();
      }
    }
    BigDecimal score =
        weights == 0 ? null : sum.divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP);
    return new DepartmentResult(null, department, score, measured, statement);
  }

  private static List<DepartmentResult> ranked(List<DepartmentResult> inOrder) {
    List<DepartmentResult> ranked = new ArrayList<>();
    for (DepartmentResult result : inOrder) {
      ranked.add(
          new DepartmentResult(
              rank(ranked, result),
              result.department(),
              result.score(),
              result.indicators(),
              result.statement()));
    }
    return ranked;
  }

  private static Integer rank(List<DepartmentResult> before, DepartmentResult next) {
    if (next.score() == null) {
      return null;
    }
    DepartmentResult last = before.isEmpty() ? null : before.get(before.size() - 1);
    return last != null && last.score().compareTo(next.score()) == 0
        ? last.rank()
        : Integer.valueOf(before.size() + 1);
  }
}
