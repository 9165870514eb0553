package org.govshare.catalog.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.version.Versioned;

/**
 * An objection. The revision is the number in its {@code ETag}.
 *
 * @param row what the row holds; absent for callers of a third department
 * @param answer the provider's latest answer
 * @param late whether an answer came after its time
 * @param reopenings how often the reporter was not content
 * @param clocks what waits at present and until when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectionView(
    UUID id,
    ObjectionState state,
    Resource resource,
    Item item,
    DepartmentView providerDepartment,
    DepartmentView reporterDepartment,
    String reportedBy,
    Row row,
    Answered answer,
    boolean late,
    int reopenings,
    Arbitrated arbitration,
    List<ClockView> clocks,
    Instant createdAt,
    long revision)
    implements Versioned {

  /** The version of the resource that was used. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ObjectionResource")
  record Resource(UUID id, String identifier, String name, int version) {}

  /** The item whose value is wrong. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ObjectionItem")
  record Item(UUID id, String name, String fieldName) {}

  /** What the row holds. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(String key, String foundValue, String expectedValue, String evidence) {}

  /** What the provider said. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ObjectionAnswered")
  record Answered(String by, Instant at, String note, Instant correctedAt) {}

  /** What the authority said. */
  @RegisterForReflection
  record Arbitrated(String by, Instant at, String reason) {}
}
