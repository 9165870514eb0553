package org.govshare.catalog.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.junit.jupiter.api.Test;

/** Scores and places. */
class RankingTest {

  private static final UUID EVALUATION = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Map<String, DepartmentView> NAMES =
      Map.of(
          "a", new DepartmentView("a", "甲"),
          "b", new DepartmentView("b", "乙"),
          "c", new DepartmentView("c", "丙"),
          "d", new DepartmentView("d", "丁"));
  private static final Map<Indicator, Integer> WEIGHTS =
      Map.of(Indicator.SHARING, 30, Indicator.OPENNESS, 10, Indicator.ANSWERS, 60);

  private static EvaluationRepository.Found found(
      String department, Indicator indicator, long part, long whole) {
    return new EvaluationRepository.Found(department, indicator, part, whole);
  }

  private static List<DepartmentResult> rank(EvaluationRepository.Found... found) {
    return Ranking.of(EVALUATION, List.of(found), WEIGHTS, NAMES, Map.of("b", "说明"));
  }

  @Test
  void theScoreIsTheWeightedMeanOfWhatCanBeCounted() {
    List<DepartmentResult> results =
        rank(
            found("a", Indicator.SHARING, 1, 3),
            found("a", Indicator.OPENNESS, 1, 1),
            found("a", Indicator.ANSWERS, 0, 0));

    DepartmentResult only = results.get(0);
    assertThat(only.score()).isEqualTo(new BigDecimal("50.00"));
    assertThat(only.indicators())
        .extracting(DepartmentResult.Measured::score)
        .containsExactly(new BigDecimal("33.33"), new BigDecimal("100.00"), null);
    assertThat(only.indicators().get(0).evidence())
        .isEqualTo(
            "/api/catalog/v1/evaluations/"
                + EVALUATION
                + "/departments/a/evidence?indicator=SHARING");
  }

  @Test
  void equalScoresShareAPlaceAndThoseWithoutAScoreComeLastWithoutOne() {
    List<DepartmentResult> results =
        rank(
            found("a", Indicator.SHARING, 0, 0),
            found("b", Indicator.SHARING, 1, 2),
            found("c", Indicator.SHARING, 2, 2),
            found("d", Indicator.SHARING, 2, 4));

    assertThat(results)
        .extracting(result -> result.department().code())
        .containsExactly("c", "b", "d", "a");
    assertThat(results).extracting(DepartmentResult::rank).containsExactly(1, 2, 2, null);
    assertThat(results)
        .extracting(DepartmentResult::statement)
        .containsExactly(null, "说明", null, null);
  }

  @Test
  void anIndicatorThatDoesNotCountChangesNothing() {
    List<DepartmentResult> results =
        rank(found("a", Indicator.SHARING, 2, 2), found("a", Indicator.QUALITY, 0, 5));

    assertThat(results.get(0).score()).isEqualTo(new BigDecimal("100.00"));
    assertThat(results.get(0).indicators().get(1).weight()).isZero();
  }
}
