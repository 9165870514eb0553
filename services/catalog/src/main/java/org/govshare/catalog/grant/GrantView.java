package org.govshare.catalog.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.version.Versioned;

/**
 * A grant. The revision is the number in its {@code ETag}.
 *
 * @param rowFilter which rows, in words; absent for all
 * @param rowConditions which rows, as conditions that the exchange holds every reading to; none for
 *     all
 * @param conditions what it is bound to, may be absent
 * @param replaces grant whose place it took, may be absent
 * @param replacedBy grant that takes its place, may be absent
 * @param resourceState whether the version granted is still the one in the catalogue
 */
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
    String rowFilter,
    List<RowCondition> rowConditions,
    String conditions,
    UUID replaces,
    UUID replacedBy,
    ResourceState resourceState,
    long revision)
    implements Versioned {

  /**
   * What a row must fulfil.
   *
   * @param name the item's name
   */
  @RegisterForReflection
  @Schema(name = "GrantRowCondition")
  public record RowCondition(UUID itemId, String name, RowOperator operator, List<String> values) {}

  /** The version of the resource that was granted. */
  @RegisterForReflection
  @Schema(name = "GrantResource")
  public record Resource(UUID id, String identifier, String name, int version) {}

  /** An item that was granted. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "GrantItem")
  public record Item(UUID id, String name, String fieldName, DataType dataType, Integer length) {}
}
