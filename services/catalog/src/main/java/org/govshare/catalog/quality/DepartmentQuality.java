package org.govshare.catalog.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.govshare.catalog.department.DepartmentView;

/**
 * How good a department's entries are.
 *
 * @param department the department
 * @param resources how many published resources it has
 * @param score mean of their scores, from 0 to 100
 * @param gains what would raise the mean, the greatest gain first
 * @param asOf when the scores were taken
 */
@RegisterForReflection
public record DepartmentQuality(
    DepartmentView department,
    long resources,
    BigDecimal score,
    List<DepartmentGain> gains,
    Instant asOf) {

  /**
   * What one action would gain.
   *
   * @param action the criterion to meet
   * @param resources how many resources do not meet it fully
   * @param points what would be added to the department's score
   * @param rows address of the list of these resources
   */
  @RegisterForReflection
  public record DepartmentGain(Criterion action, long resources, BigDecimal points, String rows) {}
}
