package org.govshare.catalog.resource;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A concrete format.
 *
 * @param code as resources name it
 * @param format the category it belongs to
 * @param label how it is shown
 */
@RegisterForReflection
public record FormatTypeView(String code, ResourceFormat format, String label) {}
