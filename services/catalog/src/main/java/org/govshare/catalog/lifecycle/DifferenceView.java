package org.govshare.catalog.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.difference.VersionDifference;

/**
 * What differs between two versions of a resource.
 *
 * @param from the old one
 * @param to the new one
 * @param difference what differs
 * @param affectedGrants how many active grants use something that a breaking change touches; absent
 *     for those who may not know
 * @param affected the breaking changes that grants rest on, each with their number; absent likewise
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceView(
    Version from,
    Version to,
    VersionDifference difference,
    Integer affectedGrants,
    List<Affected> affected) {

  /** One of the two. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ComparedVersion")
  public record Version(
      UUID id, int version, ResourceState state, String name, Instant publishedAt) {

    static Version of(InformationResource resource) {
      return new Version(
          resource.id(),
          resource.version(),
          resource.state(),
          resource.name(),
          resource.publishedAt());
    }
  }

  /**
   * A breaking change and who feels it.
   *
   * @param item former name of the item, absent if it is the resource's table
   * @param grants how many active grants use it
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Affected(String item, int grants) {}
}
