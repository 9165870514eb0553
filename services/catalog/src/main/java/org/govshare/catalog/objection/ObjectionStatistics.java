package org.govshare.catalog.objection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;

/**
 * How departments deal with objections to their values.
 *
 * @param total over all departments shown
 * @param departments each department that ever received one, the most first
 */
@RegisterForReflection
record ObjectionStatistics(Counts total, List<OfDepartment> departments) {

  /**
   * Objections by where they stand.
   *
   * @param received all
   * @param open those that wait for the provider, the reporter or the authority
   * @param accepted corrected by the provider, or held to be wrong by the authority
   * @param rejected held to be right, by the provider or the authority
   * @param late those with an answer after its time
   */
  @RegisterForReflection
  @Schema(name = "ObjectionCounts")
  record Counts(long received, long open, long accepted, long rejected, long late) {

    Counts plus(Counts other) {
      return new Counts(
          received + other.received,
          open + other.open,
          accepted + other.accepted,
          rejected + other.rejected,
          late + other.late);
    }
  }

  /** A provider's. */
  @RegisterForReflection
  @Schema(name = "ObjectionsOfDepartment")
  record OfDepartment(DepartmentView department, Counts counts) {}
}
