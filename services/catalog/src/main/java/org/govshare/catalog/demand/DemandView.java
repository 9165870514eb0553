package org.govshare.catalog.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.version.Versioned;

/**
 * A demand. The revision is the number in its {@code ETag}.
 *
 * @param legalBasisId policy in the library that the legal basis is, may be absent
 * @param resource published resource that is what was asked for, absent until there is one
 * @param clocks what waits at present and until when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemandView(
    UUID id,
    DemandState state,
    DepartmentView department,
    String askedBy,
    String name,
    List<String> items,
    String purpose,
    String legalBasis,
    UUID legalBasisId,
    String scenario,
    UpdateFrequency frequency,
    DepartmentView preferredDepartment,
    DepartmentView providerDepartment,
    Assigned assignment,
    Answered answer,
    Resource resource,
    List<ClockView> clocks,
    Instant createdAt,
    long revision)
    implements Versioned {

  /** What the authority decided. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assigned(String by, Instant at, String remark) {}

  /** What the provider said. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DemandAnswered")
  record Answered(
      DemandAnswer.Decision decision,
      String by,
      Instant at,
      String note,
      LocalDate availableBy,
      boolean late) {}

  /** A resource in the catalogue. */
  @RegisterForReflection
  @Schema(name = "DemandResource")
  record Resource(UUID id, String identifier, String name, int version) {}
}
