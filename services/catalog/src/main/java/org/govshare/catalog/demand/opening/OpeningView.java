package org.govshare.catalog.demand.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.SharingType;
import org.govshare.platform.version.Versioned;

/**
 * An entry of the opening plan. The revision is the number in its {@code ETag}, 0 as long as the
 * department has planned nothing.
 *
 * @param status where it stands
 * @param proposed whether the status is the rule's, because the department has planned nothing
 * @param overdue whether the day by which it was to be open is over
 * @param review absent as long as the department has planned nothing
 * @param remark the authority's
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpeningView(
    Resource resource,
    DepartmentView department,
    OpeningStatus status,
    boolean proposed,
    LocalDate plannedBy,
    boolean overdue,
    String reason,
    OpeningReview review,
    String editedBy,
    Instant editedAt,
    String reviewedBy,
    Instant reviewedAt,
    String remark,
    long revision)
    implements Versioned {

  /** The published version. */
  @RegisterForReflection
  @Schema(name = "OpeningResource")
  record Resource(
      UUID id,
      String identifier,
      String name,
      int version,
      SharingType sharingType,
      OpenType openType) {}
}
