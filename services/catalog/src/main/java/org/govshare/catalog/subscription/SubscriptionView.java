package org.govshare.catalog.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.version.Versioned;

/**
 * A subscription of the caller. The revision is the number in its {@code ETag}.
 *
 * @param id identity
 * @param kind what it is to
 * @param target series of a resource, code of a department or category, or the query
 * @param label name of the resource, department or category, or the query
 * @param resource the latest version a subscriber may see, absent unless it is to a resource
 * @param delivery when the caller is told
 * @param createdAt when it was made
 * @param revision counts the changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
    UUID id,
    SubscriptionKind kind,
    String target,
    String label,
    Resource resource,
    Delivery delivery,
    Instant createdAt,
    long revision)
    implements Versioned {

  /** A resource subscribed to. */
  @RegisterForReflection
  @Schema(name = "SubscribedResource")
  record Resource(UUID id, String identifier, String name, int version, ResourceState state) {}
}
