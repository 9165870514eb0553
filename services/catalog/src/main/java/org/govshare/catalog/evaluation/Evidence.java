package org.govshare.catalog.evaluation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A thing that was found wanting.
 *
 * @param objectKind RESOURCE, FUNCTION, REQUEST or OBJECTION
 * @param objectId its identity
 * @param title what it was called at the time
 */
@RegisterForReflection
public record Evidence(String objectKind, String objectId, String title) {}
