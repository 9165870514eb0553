package org.govshare.catalog.lifecycle.identifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.resource.ResourceState;

/**
 * Who has an identifier.
 *
 * @param identifier which
 * @param seriesId the resource it belongs to for ever
 * @param kept whether it came with the resource instead of being allotted
 * @param allottedAt since when
 * @param versions the versions of that resource which the caller may see, the first one first
 */
@RegisterForReflection
public record IdentifierView(
    String identifier, UUID seriesId, boolean kept, Instant allottedAt, List<Version> versions) {

  /** One version. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "IdentifiedVersion")
  public record Version(
      UUID id,
      int version,
      String name,
      String departmentCode,
      ResourceState state,
      Instant publishedAt) {}
}
