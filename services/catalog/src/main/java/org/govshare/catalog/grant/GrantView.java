package org.govshare.catalog.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataType;

/** A grant. The revision is the number in its {@code ETag}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantView(
    UUID id,
    UUID requestId,
    Resource resource,
    DepartmentView providerDepartment,
    DepartmentView requesterDepartment,
    List<Item> items,
    GrantState state,
    String grantedBy,
    Instant grantedAt,
    Instant expiresAt,
    String revokedBy,
    Instant revokedAt,
    String revocationReason,
    long revision) {

  /** The version of the resource that was granted. */
  @RegisterForReflection
  public record Resource(UUID id, String identifier, String name, int version) {}

  /** An item that was granted. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(UUID id, String name, String fieldName, DataType dataType, Integer length) {}
}
