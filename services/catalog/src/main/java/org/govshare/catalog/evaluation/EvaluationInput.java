package org.govshare.catalog.evaluation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Map;
import org.govshare.platform.problem.InputChecks;

/**
 * An evaluation as its author writes it.
 *
 * @param title at most 200 characters
 * @param periodFrom first day
 * @param periodTo last day
 * @param weights how much indicators count, 0 to 100 each; those not named count as usual
 */
@RegisterForReflection
public record EvaluationInput(
    String title, LocalDate periodFrom, LocalDate periodTo, Map<Indicator, Integer> weights) {

  /** Absent weights are the usual ones. */
  public EvaluationInput {
    weights = weights == null ? Map.of() : weights;
  }

  void check() {
    InputChecks checks =
        new InputChecks()
            .text("title", title, 200)
            .required("periodFrom", periodFrom)
            .required("periodTo", periodTo)
            .that(
                periodFrom == null || periodTo == null || !periodTo.isBefore(periodFrom),
                "periodTo",
                "before-its-beginning",
                periodFrom);
    weights.forEach(
        (indicator, weight) ->
            checks.that(
                weight != null && weight >= 0 && weight <= 100,
                "weights." + indicator,
                "out-of-range",
                0,
                100));
    int sum = 0;
    for (Indicator indicator : Indicator.values()) {
      Integer weight = weights.getOrDefault(indicator, indicator.weight());
      sum += weight == null ? 0 : weight;
    }
    checks.that(sum > 0, "weights", "nothing-counts").done();
  }
}
