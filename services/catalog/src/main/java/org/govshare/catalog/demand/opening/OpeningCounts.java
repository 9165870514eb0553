package org.govshare.catalog.demand.opening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;

/**
 * How many published resources stand where. Each number opens the list with the same filter.
 *
 * @param total over all departments shown
 * @param departments each department that has published something, by code
 */
@RegisterForReflection
record OpeningCounts(Numbers total, List<OfDepartment> departments) {

  /**
   * Numbers by status.
   *
   * @param pending plans that wait for the authority
   */
  @RegisterForReflection
  record Numbers(long alreadyOpen, long planned, long couldBe, long not, long pending) {

    static Numbers of(OpeningStatus status, boolean pending, long number) {
      return new Numbers(
          status == OpeningStatus.ALREADY_OPEN ? number : 0,
          status == OpeningStatus.PLANNED ? number : 0,
          status == OpeningStatus.COULD_BE ? number : 0,
          status == OpeningStatus.NOT ? number : 0,
          pending ? number : 0);
    }

    Numbers plus(Numbers other) {
      return new Numbers(
          alreadyOpen + other.alreadyOpen,
          planned + other.planned,
          couldBe + other.couldBe,
          not + other.not,
          pending + other.pending);
    }
  }

  /** A department's. */
  @RegisterForReflection
  @Schema(name = "OpeningOfDepartment")
  record OfDepartment(DepartmentView department, Numbers numbers) {}
}
