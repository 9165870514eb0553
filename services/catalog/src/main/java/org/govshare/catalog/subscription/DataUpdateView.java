package org.govshare.catalog.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An update of the data behind a resource.
 *
 * @param id identity
 * @param resourceId version that was published then
 * @param updatedAt when the data was updated
 * @param rowCount how many rows there were then, absent if not said
 * @param note for those who use it, may be absent
 * @param reportedBy who or which system said so
 * @param reportedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataUpdateView(
    UUID id,
    UUID resourceId,
    Instant updatedAt,
    Long rowCount,
    String note,
    String reportedBy,
    Instant reportedAt) {}
