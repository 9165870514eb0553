package org.govshare.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A resource that an undoing has left in place.
 *
 * @param resourceId identity
 * @param name its name
 * @param identifier absent if it has none
 * @param reason {@code CHANGED} if somebody worked on it, {@code IN_USE} if something refers to it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptView(UUID resourceId, String name, String identifier, String reason) {}
