package org.govshare.exchange.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.protocol.control.RowCondition;

/**
 * A grant.
 *
 * @param id the grant
 * @param requestId the request it answers
 * @param resource what it opens
 * @param providerDepartment code of the department that grants
 * @param requesterDepartment code of the department granted to
 * @param items the items granted
 * @param rowConditions which rows, as conditions that every run is held to; none for all
 * @param sourceTable the table the resource describes, absent if it names none
 * @param grantedAt its begin
 * @param expiresAt its end
 * @param state its state now
 * @param endedAt when it ended before its time or was found expired
 * @param endReason why it ended
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantView(
    UUID id,
    UUID requestId,
    Resource resource,
    String providerDepartment,
    String requesterDepartment,
    List<GrantedItem> items,
    List<RowCondition> rowConditions,
    GrantGiven.SourceTable sourceTable,
    Instant grantedAt,
    Instant expiresAt,
    GrantState state,
    Instant endedAt,
    String endReason) {

  /** The resource of a grant. */
  @RegisterForReflection
  public record Resource(UUID id, String identifier, String name, String version) {}

  /** A granted item. */
  public Optional<GrantedItem> item(UUID itemId) {
    return items.stream().filter(it -> it.itemId().equals(itemId)).findFirst();
  }

  /** Whether it is in force. */
  public boolean active() {
    return state == GrantState.ACTIVE;
  }
}
