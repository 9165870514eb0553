package org.govshare.catalog.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.govshare.catalog.department.DepartmentView;

/**
 * How a department did.
 *
 * @param rank its place, from 1; departments with equal scores share one; absent without a score
 * @param department the department
 * @param score weighted mean of its indicators, from 0 to 100; absent if there was nothing to count
 * @param indicators each in its fixed order
 * @param statement what the department says to it, absent if it says nothing
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentResult(
    Integer rank,
    DepartmentView department,
    BigDecimal score,
    List<Measured> indicators,
    String statement) {

  /**
   * One indicator.
   *
   * @param indicator which
   * @param weight how much it counts
   * @param part how many things were good
   * @param whole of how many
   * @param score the share, from 0 to 100; absent if there was nothing to count
   * @param evidence address of the list of things that were not good
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Measured(
      Indicator indicator, int weight, long part, long whole, BigDecimal score, String evidence) {}
}
