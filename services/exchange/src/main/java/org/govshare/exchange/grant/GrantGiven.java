package org.govshare.exchange.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.protocol.control.RowCondition;

/**
 * The catalogue's fact that a department grants items of a resource to another.
 *
 * @param grantId the grant
 * @param requestId the request it answers
 * @param resourceId the resource
 * @param resourceVersion the resource's version
 * @param resourceIdentifier the resource's public identifier
 * @param resourceName the resource's name
 * @param providerDepartment code of the department that grants
 * @param requesterDepartment code of the department granted to
 * @param items what is granted
 * @param expiresAt end of the grant
 * @param grantedAt its begin
 * @param rowConditions which rows, as conditions on the source's columns; none for all
 * @param sourceTable the table the resource describes, if it names one
 */
@RegisterForReflection
public record GrantGiven(
    UUID grantId,
    UUID requestId,
    UUID resourceId,
    String resourceVersion,
    String resourceIdentifier,
    String resourceName,
    String providerDepartment,
    String requesterDepartment,
    List<GrantedItem> items,
    List<RowCondition> rowConditions,
    Instant expiresAt,
    Instant grantedAt,
    SourceTable sourceTable) {

  /** Refuses a fact that lacks what every grant has. */
  public GrantGiven {
    Objects.requireNonNull(grantId, "grantId");
    Objects.requireNonNull(resourceId, "resourceId");
    Objects.requireNonNull(resourceVersion, "resourceVersion");
    Objects.requireNonNull(resourceIdentifier, "resourceIdentifier");
    Objects.requireNonNull(resourceName, "resourceName");
    Objects.requireNonNull(providerDepartment, "providerDepartment");
    Objects.requireNonNull(requesterDepartment, "requesterDepartment");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(grantedAt, "grantedAt");
    items = List.copyOf(items);
    rowConditions = rowConditions == null ? List.of() : List.copyOf(rowConditions);
  }

  /** Schema and name of a table. */
  @RegisterForReflection
  public record SourceTable(String schema, String table) {}
}
