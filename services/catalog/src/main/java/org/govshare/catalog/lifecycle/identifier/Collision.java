package org.govshare.catalog.lifecycle.identifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.resource.ResourceState;

/**
 * A code that arrived with resources and cannot simply be kept.
 *
 * @param identifier the code
 * @param kinds what is wrong with it
 * @param reason why it does not fit the scheme, in the caller's language; absent if it does
 * @param suggestion what was probably meant
 * @param allottedTo the resource that has it already
 * @param reservedFor the department it is held back for
 * @param resources those that bring it along and that the caller may see
 * @param others how many more bring it along
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Collision(
    String identifier,
    List<Kind> kinds,
    String reason,
    String suggestion,
    UUID allottedTo,
    String reservedFor,
    List<Proposer> resources,
    int others) {

  /** What is wrong. */
  @Schema(name = "CollisionKind")
  public enum Kind {
    /** Several resources bring it along. */
    PROPOSED_BY_SEVERAL,
    /** One import gave it to several resources. */
    GIVEN_TWICE_IN_IMPORT,
    /** It belongs to another resource. */
    ALREADY_ALLOTTED,
    /** It is held back for another department. */
    RESERVED_FOR_ANOTHER,
    /** It does not fit the scheme. */
    DOES_NOT_FIT
  }

  /** A resource that brings it along. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Proposer(
      UUID id, String name, String departmentCode, ResourceState state, UUID batchId) {}
}
