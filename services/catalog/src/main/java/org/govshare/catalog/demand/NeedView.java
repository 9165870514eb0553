package org.govshare.catalog.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * An entry of the 信息需求目录: what one department needs from another.
 *
 * @param kind a demand for what is not published, or a request for what is
 * @param id identity of the demand or request
 * @param department department that needs
 * @param provider department that has it or is thought to, absent while nobody knows
 * @param name what is needed
 * @param items names of the items, separated by 、
 * @param state state of the demand or request
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedView(
    Kind kind,
    UUID id,
    DepartmentView department,
    DepartmentView provider,
    String name,
    String items,
    String purpose,
    String legalBasis,
    UpdateFrequency frequency,
    String state,
    Instant createdAt) {

  /** Where a need was said. */
  @Schema(name = "NeedKind")
  enum Kind {
    /** In a demand. */
    DEMAND,
    /** In a request. */
    REQUEST
  }
}
