package org.govshare.catalog.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.version.Versioned;

/**
 * A table put forward as an entry of the catalogue. The revision is the number in its {@code ETag}.
 *
 * @param catalogued the entry that this table already has, absent if it has none
 * @param resourceId the draft made of it, absent until it is accepted
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
    UUID id,
    ProposalOrigin origin,
    UUID campaignId,
    String node,
    String dataSource,
    String sourceSchema,
    String sourceTable,
    String name,
    @JsonProperty("abstract") String summary,
    long rowCount,
    List<ProposedItem> items,
    ProposalState state,
    Catalogued catalogued,
    UUID resourceId,
    String remark,
    String createdBy,
    Instant createdAt,
    String decidedBy,
    Instant decidedAt,
    long revision)
    implements Versioned {

  /** An entry of the same table. */
  @RegisterForReflection
  public record Catalogued(UUID id, String name, ResourceState state) {}
}
