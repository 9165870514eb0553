package org.govshare.catalog.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.calendar.DeadlineView;
import org.govshare.catalog.resource.SharingType;

/**
 * What a request would come to.
 *
 * @param items what is asked for, with the conditions under which it is shared
 * @param complianceCheck until when the authority would have to check it
 * @param answer how long the provider may take; counted from now, as if it were passed at once
 * @param overlaps grants in force that hold items asked for already
 * @param advices what else there is to know
 */
@RegisterForReflection
public record RequestPreview(
    List<Item> items,
    DeadlineView complianceCheck,
    DeadlineView answer,
    List<Overlap> overlaps,
    List<Advice> advices) {

  /**
   * An item asked for.
   *
   * @param sharingCondition 共享条件 that has to be met, absent if there is none
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RequestPreviewItem")
  public record Item(UUID id, String name, SharingType sharingType, String sharingCondition) {}

  /** A grant that holds some of the items already. */
  @RegisterForReflection
  public record Overlap(UUID grantId, List<String> items, Instant expiresAt) {}
}
