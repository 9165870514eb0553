package org.govshare.catalog.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/** A request. The revision is the number in its {@code ETag}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestView(
    UUID id,
    RequestState state,
    Resource resource,
    DepartmentView providerDepartment,
    DepartmentView requesterDepartment,
    String requestedBy,
    List<Item> items,
    String purpose,
    String legalBasis,
    String scenario,
    UpdateFrequency frequency,
    SharingMethod method,
    LocalDate validUntil,
    Step complianceCheck,
    Step decision,
    UUID grantId,
    Instant createdAt,
    long revision) {

  /** The version of the resource that was asked for. */
  @RegisterForReflection
  public record Resource(UUID id, String identifier, String name, int version) {}

  /** An item asked for. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      UUID id, String name, String fieldName, DataType dataType, SharingType sharingType) {}

  /** Who decided, when and why. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(String by, Instant at, String remark) {}
}
